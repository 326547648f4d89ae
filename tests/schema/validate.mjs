// Checks documents against a JSON Schema.
//   node validate.mjs SCHEMA [--closed] < ["document as text", ...]  >  [["/findings/0: must ...", ...], ...]
// SCHEMA is a file, or "sarif": the one of SARIF 2.1.0 that Microsoft's package carries. --closed: a field that the schema does not
// name is a fault as well, so that none is printed without being described.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv04 from "ajv-draft-04";

const [name, closed] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const path = name === "sarif" ? require.resolve("@microsoft/jest-sarif").replace(/index\.js$/, "schemas/sarif-2.1.0-rtm.5.json") : name;
const schema = JSON.parse(readFileSync(path, "utf8"));

function close(node) {
  if (node === null || typeof node !== "object") return;
  if (node.properties) node.additionalProperties = false;
  Object.values(node).forEach(close);
}
if (closed) close(schema);

// Formats ("uri") are checked by the tests in C#; ajv does it only with one more package.
const ajv = name === "sarif" ? new Ajv04.default({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }) : new Ajv2020.default({ allErrors: true });
const validate = ajv.compile(schema);
const answers = JSON.parse(readFileSync(0, "utf8")).map((text) => (validate(JSON.parse(text)) ? [] : validate.errors.map((e) => `${e.instancePath}: ${e.message} ${JSON.stringify(e.params)}`)));
process.stdout.write(JSON.stringify(answers));
