// Parses pages of Markdown as GitHub does (tables, strikethrough, footnotes, bare links).
//   node parse.mjs < ["| a | b |..."]  >  [[{"at": "table/tableRow/tableCell", "text": "a"}, ...]]
// A sign that acts shows as a tag: <strong>, <inlineCode>, <html>. A bare address stays the text that it is.
import { readFileSync } from "node:fs";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

function shown(node, page) {
  const inside = node.children ? node.children.map((n) => shown(n, page)).join("") : (node.value ?? "");
  const isBare = node.type === "link" && !"[<".includes(page[node.position.start.offset]);
  return node.type === "text" || isBare ? inside : `<${node.type}${node.url ? ` ${node.url}` : ""}>${inside}</${node.type}>`;
}

function* blocks(node, page, at) {
  if (node.children && !["paragraph", "heading", "tableCell"].includes(node.type)) {
    for (const child of node.children) yield* blocks(child, page, `${at}/${child.type}${child.depth ?? ""}`);
  } else {
    yield { at, text: node.value ?? node.children?.map((n) => shown(n, page)).join("") ?? "" };
  }
}

const pages = JSON.parse(readFileSync(0, "utf8"));
const parsed = pages.map((page) => [...blocks(fromMarkdown(page, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }), page, "page")]);
process.stdout.write(JSON.stringify(parsed));
