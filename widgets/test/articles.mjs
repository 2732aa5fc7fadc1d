// The elements' embeds as HTML, for what compares them with frames. Reads lines of JSON, the data of
// a table or a term, and answers each with a line of JSON: the HTML of its article.

import { createInterface } from "node:readline";

import { table, term } from "../src/embed/article.js";
import { readOptions } from "../src/embed/options.js";
import "./page.js";

const KINDS = { table, term };
const options = readOptions(() => null);

for await (const line of createInterface({ input: process.stdin })) {
  const data = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(`${KINDS[data.kind](data, options)}`)}\n`);
}
