// What one change of an answer costs: outcome, probes and every part of the result.

import { billsHtml, evenHtml, linesHtml, totalsHtml } from "../src/bill.js";
import { decide } from "../src/decide.js";
import { joined } from "../src/page.js";
import { changes, openQuestions } from "../src/probes.js";
import { changesHtml, reasonsHtml, standingHtml } from "../src/result.js";
import { data } from "./example.js";

const [QUESTIONS, RULES, OPTIONS] = [15, 45, 5];
const ids = Array.from({ length: QUESTIONS }, (_, at) => `q${at}`);
const isNumber = (at) => at % 3 === 2;
const questions = ids.map((id, at) =>
  isNumber(at)
    ? { id, kind: "number", min: 0, max: 1e6, step: 1, usual: 1e3, probes: Array.from({ length: 51 }, (_, k) => k * k * 400) }
    : { id, kind: "choice", answers: ["a", "b", "c"] },
);
const rules = Array.from({ length: RULES }, (_, at) => ({
  when: [0, 1].map((next) => {
    const of = (at * 7 + next * 5) % QUESTIONS;
    if (!isNumber(of)) return { of: ids[of], in: ["abc"[at % 3]] };
    return { of: ids[of], from: at * 1e4, to: null, with_from: true, with_to: false };
  }),
  weights: Array.from({ length: OPTIONS }, (_, option) => ((at * option) % 7) - 3),
  rules_out: at % 15 ? [] : [at % OPTIONS],
}));
const words = { ask: "Q?", help: "", unit: "things per month", labels: ["A", "B", "C"] };
const page = joined({
  ...data,
  program: {
    ...data.program,
    options: ids.slice(0, OPTIONS),
    questions,
    rules,
    quantities: Array.from({ length: 15 }, (_, at) => ({ id: `k${at}`, formula: ["*", ["+", "q2", at], "price"] })),
    costs: Array.from({ length: OPTIONS }, (_, at) => ({ once: [at * 1000], per_month: [`k${at}`, ["/", `k${at + 5}`, at + 1]] })),
    over: "q2",
  },
  options: ids.slice(0, OPTIONS).map((title) => ({ title, link: title })),
  questions: questions.map(() => words),
  rules: rules.map(() => ({ because: "So." })),
  costs: Array.from({ length: OPTIONS }, () => ({ once: ["Set-up"], per_month: ["Use", "Upkeep"] })),
});

const times = { probes: [], view: [] };
for (let run = 0; run < 200; run += 1) {
  const answers = new Map(ids.slice(0, run % QUESTIONS).map((id, at) => [id, isNumber(at) ? run * 100 : "abc"[run % 3]]));
  const entries = { answers, own: new Map(), months: 12 };
  const start = performance.now();
  const outcome = decide(page, answers);
  const [open, turns] = [openQuestions(page, answers, outcome), changes(page, answers, outcome)];
  const probed = performance.now();
  [standingHtml(page, outcome, open), reasonsHtml(page, outcome), changesHtml(page, answers, turns), billsHtml(page, entries)];
  [linesHtml(page, entries), evenHtml(page, entries), totalsHtml(page, entries)];
  times.probes.push(probed - start);
  times.view.push(performance.now() - probed);
}
for (const [name, all] of Object.entries(times)) {
  const sorted = all.slice(20).sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor(sorted.length * share)]?.toFixed(2);
  console.log(`${name}: first ${all[0]?.toFixed(2)} ms, median ${at(0.5)} ms, 95% ${at(0.95)} ms, worst ${at(0.999)} ms`);
}
