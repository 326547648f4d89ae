// Parses Mermaid pictures as GitHub does, in Mermaid's strict mode and within its own limits.
//   node parse.mjs < ["flowchart LR ..."]  >  [{"fault": "", "edges": ["a -> b: label"], "nodes": ["id: text"]}]
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", maxTextSize: 50000, maxEdges: 500 });

const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    answers.push({
      fault: text.length > 50000 ? "too long" : "",
      nodes: [...db.getVertices().values()].map((v) => `${v.id}: ${v.text}`),
      edges: db.getEdges().map((e) => `${e.start} -> ${e.end}: ${e.text}`),
    });
  } catch (fault) {
    answers.push({ fault: String(fault.message), nodes: [], edges: [] });
  }
}
process.stdout.write(JSON.stringify(answers));
