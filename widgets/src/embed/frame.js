/**
 * In the page of a frame, before its body: shows it as its address asks, and says its height.
 *
 * The page may be of no origin and so without storage, and nothing here needs any.
 */

import { asksForHeight, heightMessage, messageForWordPress } from "./message.js";
import { chosen, readOptions } from "./options.js";
import { schemeNamed } from "./scheme.js";

const root = document.documentElement;
const query = new URLSearchParams(location.search);
const { subjects, dimensions, heading, ...looks } = readOptions((name) => query.get(name));
/** The height that was said last; none is said before all is there. */
let said = 0;

for (const [name, value] of Object.entries({ ...looks, heading: heading === "none" && heading })) {
  if (value) root.dataset[name] = value;
}
// What is to change in the content is not seen before it has.
root.toggleAttribute("data-waiting", [...heading, ...subjects, ...dimensions].length > 0);
addEventListener("DOMContentLoaded", () => {
  const title = document.querySelector(".tw-heading a");
  if (title && heading) title.textContent = heading;
  choose("data-subject-id", "thead th", subjects);
  choose("data-dimension-id", "tr", dimensions);
  root.toggleAttribute("data-waiting", false);
  // Browsers lay out what is far from the reader's eyes only when asked to.
  sayHeight();
  new ResizeObserver(() => sayHeight()).observe(root);
});
addEventListener("message", ({ source, data }) => {
  if (source !== parent || !asksForHeight(data)) return;
  const around = schemeNamed(data.theme);
  if (around && !looks.theme) root.dataset.theme = around;
  if (said) sayHeight(true);
});

/**
 * Hide what is not among the ids that are wanted.
 *
 * @param {string} attribute That holds an id.
 * @param {string} all Where every id occurs.
 * @param {string[]} wanted
 */
function choose(attribute, all, wanted) {
  const idOf = (/** @type {Element} */ element) => element.getAttribute(attribute) ?? "";
  const known = [...document.querySelectorAll(`.tw-embed-table ${all}[${attribute}]`)].map(idOf);
  const ids = chosen(known, wanted);
  for (const element of document.querySelectorAll(`.tw-embed-table [${attribute}]`)) {
    element.toggleAttribute("hidden", !ids.includes(idOf(element)));
  }
}

function sayHeight(again = false) {
  const height = Math.ceil(root.getBoundingClientRect().height);
  // A frame without a width is not shown, and has no height that means anything.
  if (parent === window || !innerWidth || (height === said && !again)) return;
  said = height;
  parent.postMessage(heightMessage(height), "*");
  const words = messageForWordPress(location.hash, height);
  if (words) parent.postMessage(words, "*");
}
