// Which of the texts on standard input (a JSON list) does a pattern match?
//   node match.mjs PATTERN < ["text", ...]  >  [true, ...]
import { readFileSync } from "node:fs";

const pattern = new RegExp(process.argv[2], "u"); // as the language server does
process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map((text) => pattern.test(text))));
