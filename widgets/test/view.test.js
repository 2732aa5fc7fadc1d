import assert from "node:assert/strict";
import { test } from "node:test";

import { billsHtml, evenHtml, linesHtml, totalsHtml } from "../src/bill.js";
import { decide } from "../src/decide.js";
import { withOwn } from "../src/entries.js";
import { html, ready } from "../src/html.js";
import { costText, outcomeText } from "../src/outcome.js";
import { changes, openQuestions } from "../src/probes.js";
import { changesHtml, reasonsHtml, standingHtml } from "../src/result.js";
import { stretchText } from "../src/stretch.js";
import { summary } from "../src/summary.js";
import { NASTY, page } from "./example.js";

const at = (given) => {
  const answers = new Map(Object.entries(given));
  const entries = { answers, own: new Map(), months: 12 };
  return { answers, entries, outcome: decide(page, answers) };
};

test("templates escape text and leave HTML as it is", () => {
  assert.equal(html`<i>${NASTY}${0}${false}${null}${[ready("<u>"), "<"]}</i>`.text, "<i>&#60;b&#62;&#34;&#38;&#39;0<u>&#60;</i>");
});

test("no part lets text through as HTML, or sets a style or a handler", () => {
  const { answers, entries, outcome } = at({ days: 20 });
  const parts = [
    standingHtml(page, outcome, openQuestions(page, answers, outcome)),
    reasonsHtml(page, outcome),
    changesHtml(page, answers, changes(page, answers, outcome)),
    billsHtml(page, entries, outcome),
    linesHtml(page, entries),
    evenHtml(page, entries),
    totalsHtml(page, entries),
  ].map(({ text }) => text);
  for (const part of parts) {
    assert.ok(!part.includes(NASTY) && !/undefined|null|NaN|\[object|style=|\son\w+=/.test(part), part);
  }
});

test("the outcome is said in words", () => {
  const said = (given) => outcomeText(page, at(given).outcome, Object.keys(given).length);
  assert.equal(said({}), "No question is answered yet.");
  assert.equal(said({ long: "yes" }), "On these answers, “Buy” leads, but this is still open.");
  assert.equal(said({ long: "yes", days: 20 }), "On these answers, “Buy” leads. This is settled: no open answer can change it.");
  assert.match(said({ long: "no", days: 20 }), /and “Buy” are tied\.$/);
});

test("a change for a number says from where to where it holds", () => {
  const stretch = (given, answer) => {
    const { answers, outcome } = at(given);
    const question = page.questions.find(({ id }) => id === "days");
    const change = changes(page, answers, outcome).find((item) => item.answer === answer);
    assert.ok(question?.kind === "number" && change);
    return stretchText(page, answers, question, change);
  };
  assert.equal(stretch({ long: "no", days: 20 }, 50), "from 50 and below 500");
  assert.equal(stretch({ long: "no", days: 20 }, 0), "up to about 0");
  assert.equal(stretch({ long: "no", days: 100 }, 500), "from 500");
});

test("an own number counts in the rules as well as in the costs", () => {
  const answers = new Map([["days", 5]]);
  assert.equal(decide(page, answers).rules[2], true);
  assert.equal(decide(withOwn(page, { answers, own: new Map([["price", 10]]), months: 12 }), answers).rules[2], false);
});

test("costs that are not known are said to be so", () => {
  assert.equal(costText(null, page), "not known");
  assert.equal(costText([1, 2, 3], page), "$2 ($1 to $3)");
  assert.equal(costText([5, 5, 5], page), "$5");
  assert.equal(costText([-2.5, 0.5, 1000], page), "$0.50 (−$2.50 to $1,000)");
});

test("the summary is Markdown without marks out of the text", () => {
  const { entries, outcome } = at({ long: "yes", days: 20 });
  const text = summary(page, entries, outcome, "https://example.org/#x", (because) => because.replace(/<.*?>/g, ""));
  assert.equal(
    text,
    `# Rent or buy? \\<b\\>"&'

On these answers, “Buy” leads. This is settled: no open answer can change it.

<https://example.org/#x>

## Answers

- For long? \\<b\\>"&' **Yes**
- How many days? **20 days per month**

## Buy: 2 points

- For: It lasts. (2 points)
- Cost over 12 months: $148 ($124 to $196)

## Rent \\<b\\>"&': 0 points

- Cost over 12 months: $480 ($240 to $960)`,
  );
});
