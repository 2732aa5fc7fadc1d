// What data of an embed can come to, if their host is hostile.

import assert from "node:assert/strict";
import { test } from "node:test";

import { problem } from "../src/embed/check.js";
import { allowed, build, safeAddress } from "../src/embed/nodes.js";
import { htmlOf } from "./page.js";

const ADDRESSES = [
  ["https://example.org/a?b#c", true],
  ["http://localhost:8000/", true],
  ["mailto:a@example.org", true],
  ["javascript:alert(1)", false],
  [" java\nscript:alert(1)", false],
  ["JAVASCRIPT:alert(1)", false],
  ["data:text/html,<script>alert(1)</script>", false],
  ["vbscript:x", false],
  ["blob:https://example.org/1", false],
  ["//example.org/", false],
  ["/terms/", false],
  ["#q=1", false],
  ["", false],
];

for (const [address, safe] of ADDRESSES) {
  test(`a link to ${JSON.stringify(address)} is ${safe ? "kept" : "dropped"}`, () => {
    assert.equal(safeAddress(address), safe ? address : "");
  });
}

test("only known attributes with harmless values are kept", () => {
  const given = {
    href: "https://example.org/", class: "tw-fact host tw-", title: 'a "b"', start: "3",
    style: "color: red", onclick: "alert(1)", id: "x", target: "_top",
  };
  assert.deepEqual(allowed(given), { href: "https://example.org/", class: "tw-fact", title: 'a "b"', start: "3" });
  assert.deepEqual(allowed({ href: ["javascript:alert(1)"], start: "1e9", class: "a" }), {});
  assert.deepEqual(allowed(JSON.parse('{"__proto__": {"href": "https://example.org/"}, "toString": "x"}')), {});
});

const NODES = [
  ["text is text", ["<b> & "], "&#60;b&#62; &#38; "],
  ["a mark", [["em", {}, "a", ["strong", {}, "b"]], "c"], "<em>a<strong>b</strong></em>c"],
  [
    "a link leaves the host's page alone",
    [["a", { href: "https://example.org/" }, "x"]],
    '<a href="https://example.org/" target="_blank" rel="noopener">x</a>',
  ],
  ["a link to a script is none", [["a", { href: "javascript:alert(1)" }, "x"]], "<a>x</a>"],
  ["an unknown mark is its text", [["script", {}, "x", ["em", {}, "y"]]], "x<em>y</em>"],
  ["an image is nothing", [["img", { src: "x", onerror: "alert(1)" }]], ""],
  ["capitals are unknown", [["SCRIPT", {}, "x"]], "x"],
];

for (const [name, nodes, html] of NODES) {
  test(`nodes: ${name}`, () => assert.equal(htmlOf(build(nodes)), html));
}

const ELEMENTS = [
  ["input", { type: "radio", name: "q.a", value: "<x>", checked: "" }, true],
  ["form", { class: "tw-calc", novalidate: "" }, true],
  ["a", { href: "https://example.org/", title: "x", target: "_blank", rel: "noopener" }, true],
  ["fieldset", { id: "tw-calc-a-b", "aria-describedby": "tw-calc-a-b-about tw-calc-a-b-error" }, true],
  ["script", {}, false],
  ["style", {}, false],
  ["img", {}, false],
  ["svg", {}, false],
  ["math", {}, false],
  ["template", {}, false],
  ["iframe", {}, false],
  ["termwise-table", {}, false],
  ["form", { action: "https://example.org/" }, false],
  ["button", { formaction: "javascript:alert(1)" }, false],
  ["button", { type: "submit" }, false],
  ["input", { type: "image" }, false],
  ["input", { name: "querySelector" }, false],
  ["input", { name: "q.a x" }, false],
  ["details", { id: "elements" }, false],
  ["p", { style: "position: fixed" }, false],
  ["p", { class: "host" }, false],
  ["p", { onclick: "alert(1)" }, false],
  ["p", { constructor: "x" }, false],
  ["a", { href: "javascript:alert(1)" }, false],
  ["a", { href: "/terms/" }, false],
  ["a", { target: "_top" }, false],
];

for (const [tag, attributes, fine] of ELEMENTS) {
  test(`a calculator ${fine ? "may" : "may not"} have <${tag} ${JSON.stringify(attributes)}>`, () => {
    const list = Object.entries(attributes).map(([name, value]) => ({ name, value }));
    assert.equal(problem(tag, list) === "", fine);
  });
}
