// Asks the YAML language server, over its protocol as an editor does, what it thinks of some documents.
//   node ask.mjs FOLDER < [{"name": "...", "text": "..."}]  >  [{"name": "...", "findings": [{"line", "column", "message"}]}]
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require("vscode-jsonrpc/node");

// The schema lies where `podplay init` puts it; a spec may name it itself (# yaml-language-server: $schema=...) or not.
const folder = pathToFileURL(process.argv[2]).href;
const schema = `${folder}/.podplay/schema.json`;
const documents = JSON.parse(readFileSync(0, "utf8"));
const server = join(dirname(require.resolve("yaml-language-server/package.json")), "bin", "yaml-language-server");
const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));

const settings = {
  yaml: { schemas: { [schema]: "*" }, schemaStore: { enable: false }, validate: true, hover: false, completion: false, customTags: [] },
  http: {},
};
const waiting = new Map();
connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => settings[section] ?? {}));
connection.onRequest("client/registerCapability", () => null);
connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => waiting.get(uri)?.(diagnostics));
connection.listen();

await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: null,
  capabilities: { workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } },
});
await connection.sendNotification("initialized", {});
await connection.sendNotification("workspace/didChangeConfiguration", { settings });

const answers = [];
for (const { name, text } of documents) {
  const uri = `${folder}/${encodeURIComponent(name)}.yaml`;
  const answered = new Promise((resolve) => waiting.set(uri, resolve));
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const findings = (await answered).map(({ range: { start }, message }) => ({ line: start.line + 1, column: start.character + 1, message }));
  answers.push({ name, findings });
}
process.stdout.write(JSON.stringify(answers));
await connection.sendRequest("shutdown");
await connection.sendNotification("exit");
connection.dispose();
