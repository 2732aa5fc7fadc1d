// Runs the twins on cases from Python. Reads lines of JSON {program, cases: [answers], probes} and
// answers each with a line of JSON: a list of all that the cases come to, `probes` saying whether
// that includes what would change the outcome, and break-even. What JSON cannot say of a number (-0, and what is
// not finite, which would be a fault) is written as text that begins with #.

import { createInterface } from "node:readline";

import { bills, breakEven } from "../src/costs.js";
import { decide, quantities } from "../src/decide.js";
import { changes, openQuestions } from "../src/probes.js";

const exact = (_, value) =>
  typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))
    ? `#${Object.is(value, -0) ? "-0" : value}`
    : value;

const run = (program, given, probes) => {
  const answers = new Map(Object.entries(given));
  const outcome = decide(program, answers);
  const count = program.options.length;
  return {
    outcome,
    quantities: Object.fromEntries(quantities(program, answers)),
    changes: probes ? changes(program, answers, outcome) : [],
    open: probes ? openQuestions(program, answers, outcome) : [],
    bills: bills(program, answers),
    break_even: probes
      ? program.options.map((_, one) => breakEven(program, answers, one, (one + 1) % count))
      : [],
  };
};

for await (const line of createInterface({ input: process.stdin })) {
  const { program, cases, probes } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(cases.map((given) => run(program, given, probes)), exact)}\n`);
}
