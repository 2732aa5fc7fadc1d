import assert from "node:assert/strict";
import { test } from "node:test";

import { bills, breakEven, spread } from "../src/costs.js";
import { decide, evaluate } from "../src/decide.js";
import { changes, openQuestions } from "../src/probes.js";
import { page } from "./example.js";

const answers = (given) => new Map(Object.entries(given));

test("a rule with an unknown test gives a range, and a false test makes it false", () => {
  const open = decide(page, answers({}));
  assert.deepEqual(open.rules, [null, null, null]);
  assert.deepEqual(open.standings[1], { points: 0, worst: null, best: 5, out: null });
  const known = decide(page, answers({ long: "yes", days: 100 }));
  assert.deepEqual(known.rules, [true, true, false]);
  assert.deepEqual(known.leaders, [1]);
  assert.equal(known.settled, true);
});

test("an option that is ruled out does not lead, whatever its points", () => {
  const outcome = decide(page, answers({ long: "yes", days: 5 }));
  assert.deepEqual(outcome.leaders, [0]);
  assert.equal(outcome.standings[1]?.out, true);
});

test("equal points are a tie, which is never settled", () => {
  const outcome = decide(page, answers({ long: "no", days: 20 }));
  assert.deepEqual(outcome.leaders, [0, 1]);
  assert.equal(outcome.settled, false);
});

test("what is not finite is unknown", () => {
  assert.equal(evaluate(["/", 1, 0], new Map()), null);
  assert.equal(evaluate(["*", 1e300, 1e300], new Map()), null);
  assert.equal(evaluate(["+", "missing", 1], new Map()), null);
  assert.equal(spread(["/", 1, "around"], new Map([["around", [-1, 1, 2]]])), null);
});

test("costs have a range, and an own number has none", () => {
  const [rent] = bills(page, answers({ days: 10, horizon: 2 }));
  assert.deepEqual(rent?.total, [20, 40, 80]);
  const [own] = bills(page, answers({ days: 10, horizon: 2, price: 3 }));
  assert.deepEqual(own?.total, [60, 60, 60]);
});

test("what is dearer at first pays from somewhere on, or never", () => {
  const least = breakEven(page, answers({}), 1, 0)?.least ?? 0;
  assert.ok(Math.abs(least - 100 / 21.6) < 1e-9);
  const cheap = { ...page, costs: [{ once: [], per_month: [1] }, { once: [9], per_month: [1] }] };
  assert.equal(breakEven(cheap, answers({}), 1, 0)?.never, true);
});

test("changes name the least of neighbouring numbers with the same leaders", () => {
  const given = answers({ long: "no", days: 20 });
  const found = changes(page, given, decide(page, given));
  assert.deepEqual(
    found.map(({ question, answer, leaders }) => [question, answer, leaders]),
    [
      ["long", "yes", [1]],
      ["days", 0, [0]],
      ["days", 50, [1]],
    ],
  );
});

test("open questions come with the one first that settles most", () => {
  const found = openQuestions(page, answers({}), decide(page, answers({})));
  assert.deepEqual(found.map(({ question }) => question), ["days", "long"]);
});
