// How an embed is asked for, and what a frame and its host believe of each other.

import assert from "node:assert/strict";
import { test } from "node:test";

import { asksForHeight, heightIn, heightMessage, messageForWordPress, originOf, question } from "../src/embed/message.js";
import { chosen, readOptions } from "../src/embed/options.js";
import { schemeAround } from "../src/embed/scheme.js";

const NONE = { theme: "", density: "", heading: "", captions: "", subjects: [], dimensions: [] };

const QUERIES = [
  ["", {}],
  ["theme=dark&density=compact&captions=none", { theme: "dark", density: "compact", captions: "none" }],
  ["theme=auto&density=wide&captions=all", {}],
  ["theme=Dark", {}],
  ["heading=none", { heading: "none" }],
  ["heading=+My+%3Cb%3Eown%3C/b%3E+", { heading: "My <b>own</b>" }],
  [`heading=${"x".repeat(300)}`, { heading: "x".repeat(200) }],
  ["subjects=rag,%20lora,&dimensions=cost", { subjects: ["rag", "lora", ""], dimensions: ["cost"] }],
  ["onload=alert(1)", {}],
];

for (const [query, options] of QUERIES) {
  test(`the query ${JSON.stringify(query.slice(0, 50))}`, () => {
    const given = new URLSearchParams(query);
    assert.deepEqual(readOptions((name) => given.get(name)), { ...NONE, ...options });
  });
}

const CHOICES = [
  ["a,b,c", "c,a", "a,c"],
  ["a,b", "", "a,b"],
  ["a,b", "x,y", "a,b"],
  ["a,b", "x,b", "b"],
  ["a,b", "*,[b]", "a,b"],
];

for (const [known, wanted, shown] of CHOICES) {
  test(`of ${known} with ${wanted || "none"} chosen ${shown} are shown`, () => {
    assert.deepEqual(chosen(known.split(","), wanted.split(",")), shown.split(","));
  });
}

const HEIGHTS = [
  [{ termwise: "height", height: 412 }, 412],
  [{ termwise: "height", height: 412.2 }, 413],
  [{ termwise: "height", height: 1 }, 40],
  [{ termwise: "height", height: -1e9 }, 40],
  [{ termwise: "height", height: 1e9 }, 32_000],
  [{ termwise: "height", height: Infinity }, null],
  [{ termwise: "height", height: NaN }, null],
  [{ termwise: "height", height: "412" }, null],
  [{ termwise: "height", height: [412] }, null],
  [{ termwise: "height", height: { valueOf: 1 } }, null],
  [{ termwise: "height" }, null],
  [{ termwise: "fit", height: 412 }, null],
  [{ height: 412 }, null],
  ["height", null],
  [412, null],
  [null, null],
  [undefined, null],
];

for (const [message, height] of HEIGHTS) {
  test(`the message ${JSON.stringify(message)} asks for ${height}`, () => {
    assert.equal(heightIn(message), height);
  });
}

test("the host understands what the frame says, and the frame what the host says", () => {
  assert.equal(heightIn(heightMessage(500)), 500);
  assert.ok(asksForHeight(question()));
  assert.ok(asksForHeight({ message: "ready", secret: "abc" }));
  for (const other of [heightMessage(500), "fit", null, undefined, 1]) assert.ok(!asksForHeight(other));
});

const ORIGINS = [
  [null, "https://example.org"],
  ["", "null"],
  ["allow-scripts allow-popups", "null"],
  ["allow-scripts allow-same-origin", "https://example.org"],
  ["ALLOW-SAME-ORIGIN", "https://example.org"],
  ["allow-same-origin-x", "null"],
];

for (const [sandbox, origin] of ORIGINS) {
  test(`a frame with sandbox ${JSON.stringify(sandbox)} speaks as ${origin}`, () => {
    assert.equal(originOf("https://example.org/embed/v1/terms/rag.html?theme=dark", sandbox), origin);
  });
}

test("only what WordPress opened answers to it, with its secret", () => {
  const message = { message: "height", value: 300, secret: "aB3" };
  assert.deepEqual(messageForWordPress("#?secret=aB3", 300), message);
  for (const other of ["", "#q=a:b", "#?secret=", "#?secret=a<b>", "#x?secret=a"]) {
    assert.ok(!messageForWordPress(other, 300));
  }
});

const INKS = [
  ["rgb(0, 0, 0)", "light"],
  ["rgb(34, 38, 43)", "light"],
  ["rgba(0, 0, 0, 0.87)", "light"],
  ["rgb(20, 89, 122)", "light"],
  ["rgb(255, 255, 255)", "dark"],
  ["rgb(200, 210, 220)", "dark"],
  ["oklch(0.21 0.03 264.7)", "light"],
  ["oklab(0.97 0.001 -0.02)", "dark"],
  ["lab(12 3 4)", "light"],
  ["lch(95.5 3 4)", "dark"],
  ["color(srgb 0.1 0.2 0.1)", "light"],
  ["color(display-p3 0.9 0.9 0.9)", "dark"],
  ["", ""],
  ["canvastext", ""],
];

for (const [color, scheme] of INKS) {
  test(`text of the colour ${color || "(none)"} stands in ${scheme || "an unknown scheme"}`, () => {
    assert.equal(schemeAround(color), scheme);
  });
}
