import assert from "node:assert/strict";
import { test } from "node:test";

import { readLink, writeLink } from "../src/link.js";
import { readNumber } from "../src/questions.js";
import { page } from "./example.js";

const entries = {
  answers: new Map(Object.entries({ long: "yes", days: 1e-7 })),
  own: new Map([["price", 2.5]]),
  months: 24,
};
const LINK = "#q=long:yes,days:1e-7&own=price:2.5&months=24&rules=abcd1234";

test("entries are written in words and read again", () => {
  assert.equal(writeLink(entries, page), LINK);
  assert.deepEqual(readLink(LINK, page), { ...entries, otherRules: false });
});

test("nothing entered is not a fragment", () => {
  assert.equal(writeLink({ answers: new Map(), own: new Map(), months: 12 }, page), "");
});

test("the name of a heading is not a link", () => {
  for (const fragment of ["", "#", "#costs", "#q=long:yes", "#%"]) assert.equal(readLink(fragment, page), null);
});

test("what is unknown or not allowed is dropped, and the rest is kept", () => {
  const given = "#q=long:maybe,gone:yes,days:12,,:&own=price:-1,other:3&months=999&rules=old&new=1";
  const found = readLink(given, page);
  assert.deepEqual(found?.answers, new Map([["days", 12]]));
  assert.equal(found?.own.size, 0);
  assert.equal(found?.months, 12);
  assert.equal(found?.otherRules, true);
});

test("a link survives a program that escapes it", () => {
  const escaped = LINK.replace("#", "#").replaceAll(":", "%3A").replaceAll(",", "%2C");
  assert.deepEqual(readLink(escaped, page)?.answers, entries.answers);
});

test("names that objects have by nature are no answers", () => {
  const found = readLink("#q=constructor:yes,__proto__:1&rules=abcd1234", page);
  assert.equal(found?.answers.size, 0);
});

test("a number is one within its bounds", () => {
  const cases = [["", null], [" ", null], ["x", null], ["5", 5], ["-1", null], ["11", null], ["Infinity", null], ["NaN", null], ["1e1", 10]];
  for (const [text, value] of cases) assert.equal(readNumber(String(text), 0, 10), value, String(text));
});
