/** A small decision for tests, with text that would be harmful as HTML. */

import { CALCULATOR } from "../src/english.js";
import { joined } from "../src/page.js";

const NASTY = `<b>"&'`;

/** @type {import("../src/page.js").Data} */
export const data = {
  id: "example",
  title: `Rent or buy? ${NASTY}`,
  url: "",
  program: {
    options: ["rent", "buy"],
    questions: [
      { id: "long", kind: "yes_no", answers: ["yes", "no"] },
      { id: "days", kind: "number", min: 0, max: 1000, step: 1, usual: 10, probes: [0, 25, 50, 275, 500, 750, 1000] },
    ],
    assumptions: [{ id: "price", range: [1, 2, 4] }],
    quantities: [{ id: "spent", formula: ["*", "days", "price"] }],
    rules: [
      { when: [{ of: "long", in: ["yes"] }], weights: [0, 2], rules_out: [] },
      { when: [{ of: "days", from: 50, to: 500, with_from: true, with_to: false }], weights: [0, 3], rules_out: [] },
      { when: [{ of: "spent", from: null, to: 20, with_from: false, with_to: false }], weights: [1, 0], rules_out: [1] },
    ],
    costs: [
      { once: [], per_month: ["spent"] },
      { once: [100], per_month: [["/", "spent", 10]] },
    ],
    horizon: 12,
    over: "days",
    version: "abcd1234",
  },
  options: [
    { title: `Rent ${NASTY}`, link: '<a href="/rent">Rent</a>' },
    { title: "Buy", link: '<a href="/buy">Buy</a>' },
  ],
  questions: [
    { ask: `For long? ${NASTY}`, help: "", unit: "", labels: ["Yes", "No"] },
    { ask: "How many days?", help: "", unit: "days per month", labels: [] },
  ],
  assumptions: [{ label: "Price", unit: "USD per day", cite: "A source" }],
  rules: [{ because: "It <em>lasts</em>." }, { because: "Many days." }, { because: "Little is spent." }],
  costs: [
    { once: [], per_month: ["Rent"] },
    { once: ["Price"], per_month: ["Upkeep"] },
  ],
  money: { before: "$", after: "" },
  max_months: 60,
  over: { label: "Days", unit: "days per month" },
  words: CALCULATOR,
};

export const page = joined(data);
export { NASTY };
