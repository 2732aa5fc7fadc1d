import assert from "node:assert/strict";
import { test } from "node:test";

import { columnsHtml, formHtml } from "../src/embed-this/form.js";
import { snippet } from "../src/embed-this/snippet.js";
import { DIALOG } from "../src/english.js";
import { parts } from "../src/words.js";
import { NASTY } from "./example.js";

const say = (name, values = {}) => parts(DIALOG[name], values).join("");

// As producers/embeds/snippets.py writes them, with a title that says what could be taken for ours.
const texts = {
  frame:
    '<iframe src="https://g.example/embed/v1/compare/a.html" title=" width=&quot;100%&quot; height=&quot;1&quot; &gt;" ' +
    'width="100%" height="900" loading="lazy" frameborder="0" sandbox="allow-scripts allow-popups"></iframe>',
  fit: '<script src="https://g.example/embed/v1/fit.js" async></script>',
  element:
    '<termwise-table src="https://g.example/embed/v1/compare/a.json"><p>A &gt; b.</p></termwise-table>\n' +
    '<script src="https://g.example/embed/v1/elements.js" async></script>',
};
const nothing = { options: {}, width: 0, height: 0, fallback: "" };

test("where nothing is chosen, each text stays as it is", () => {
  const options = { theme: "", subjects: "" };
  assert.equal(snippet(texts, { ...nothing, options, way: "frame" }), texts.frame);
  assert.equal(snippet(texts, { ...nothing, options, way: "fit" }), `${texts.frame}\n${texts.fit}`);
  assert.equal(snippet(texts, { ...nothing, options, way: "element" }), texts.element);
});

test("a frame has options in its address, in the form that addresses and HTML want", () => {
  const options = { theme: "dark", heading: `50% & "more"+<$&>`, subjects: "rag,fine-tuning" };
  const address =
    "https://g.example/embed/v1/compare/a.html?theme=dark&amp;heading=50%25%20%26%20%22more%22%2B%3C%24%26%3E&amp;subjects=rag,fine-tuning";
  assert.equal(
    snippet(texts, { ...nothing, options, way: "frame" }),
    texts.frame.replace("https://g.example/embed/v1/compare/a.html", () => address),
  );
  const query = new URLSearchParams(address.split("?")[1].replaceAll("&amp;", "&"));
  assert.deepEqual(Object.fromEntries(query), options);
});

test("width and height are the frame's, not those that its title speaks of", () => {
  assert.equal(
    snippet(texts, { ...nothing, width: 480, height: 1234, way: "frame" }),
    texts.frame.replace('width="100%" height="900"', 'width="480" height="1234"'),
  );
});

test("an element has options as attributes that nothing gets out of", () => {
  const options = { theme: "light", heading: `${NASTY}$&`, dimensions: "cost,time" };
  const escaped = "&#60;b&#62;&#34;&#38;&#39;$&#38;";
  assert.equal(
    snippet(texts, { ...nothing, options, way: "element" }),
    texts.element.replace(
      'a.json"',
      () => `a.json" theme="light" heading="${escaped}" dimensions="cost,time"`,
    ),
  );
});

test("an element's fallback is replaced whole, and nothing else is", () => {
  const fallback = "<table><tr><td>$1 $& ></td></tr></table>";
  const options = { heading: ">" };
  assert.equal(
    snippet(texts, { ...nothing, options, way: "element", fallback }),
    '<termwise-table src="https://g.example/embed/v1/compare/a.json" heading="&#62;">\n' +
      `${fallback}\n</termwise-table>\n${texts.element.split("\n")[1]}`,
  );
});

test("a pinned text keeps its digests", () => {
  const element = texts.element.replace('a.json"', 'a.json" integrity="sha384-A/+="');
  const options = { density: "compact" };
  assert.match(
    snippet({ ...texts, element }, { ...nothing, options, way: "element" }),
    /^<termwise-table src="[^"]*" integrity="sha384-A\/\+=" density="compact"><p>/,
  );
});

test("what a glossary says stays text in the dialog", () => {
  const offer = {
    moving: texts,
    pinned: texts,
    kind: "table",
    title: NASTY,
    data: "",
    files: [{ label: NASTY, href: `https://g.example/${NASTY}` }],
    guide: `https://g.example/${NASTY}`,
    say,
  };
  const dialog = formHtml(offer).text + columnsHtml(offer, [{ id: NASTY, title: NASTY }], [{ id: "x", name: NASTY }]).text;
  assert.ok(!dialog.includes(NASTY) && !/undefined|null|false|\[object|style=|\son\w+=/.test(dialog), dialog);
});

test("only what there is can be chosen", () => {
  const offer = { moving: texts, pinned: null, kind: "term", title: "T", data: "", files: [], guide: "", say };
  const { text } = formHtml(offer);
  assert.ok(!text.includes('name="address"') && !text.includes('name="whole"') && !text.includes("How to embed"));
});
