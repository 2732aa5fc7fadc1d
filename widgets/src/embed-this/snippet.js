/**
 * What there is to paste, with an embedder's choices in it.
 *
 * The texts themselves come from the page, where `producers/embeds/snippets.py` has put them; with
 * nothing chosen they stay as they are. All that stands in them is escaped, so that a double quote
 * or a `>` is always one of their own.
 */

import { escape } from "../html.js";

/**
 * @typedef {object} Texts Three ways to embed, all with one kind of address.
 * @property {string} frame
 * @property {string} fit The script that fits the frame's height.
 * @property {string} element With its script.
 *
 * @typedef {object} Choice
 * @property {string} way `frame`, `fit` (the frame and its script) or `element`.
 * @property {Record<string, string>} options By the names in `embed/options.js`; empty is not given.
 * @property {number} width Of a frame in pixels; 0 is that of its place.
 * @property {number} height Of a frame in pixels; 0 is as it was.
 * @property {string} fallback HTML for where the element's script does not run; empty is as it was.
 */

/**
 * @param {Texts} texts
 * @param {Choice} choice
 */
export function snippet(texts, choice) {
  if (choice.way === "element") return element(texts.element, choice);
  const frame = framed(texts.frame, choice);
  return choice.way === "fit" ? `${frame}\n${texts.fit}` : frame;
}

/**
 * @param {string} text
 * @param {Choice} choice
 */
function framed(text, { options, width, height }) {
  const query = given(options).map(([name, value]) => `${name}=${inQuery(value)}`).join("&amp;");
  return text
    .replace(/^<iframe src="[^"]*/, (start) => (query ? `${start}?${query}` : start))
    .replace(/ width="[^"]*"/, (whole) => (width ? ` width="${width}"` : whole))
    .replace(/ height="[^"]*"/, (whole) => (height ? ` height="${height}"` : whole));
}

/**
 * @param {string} text
 * @param {Choice} choice
 */
function element(text, { options, fallback }) {
  const attributes = given(options).map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
  return text
    .replace(/>[^]*(?=<\/termwise-)/, (whole) => (fallback ? `>\n${fallback}\n` : whole))
    .replace(/^<[^>]*/, (start) => start + attributes);
}

/** @param {Record<string, string>} options */
function given(options) {
  return Object.entries(options).filter(([, value]) => value);
}

/** @param {string} value Ids are easier to read, and to change, with their commas. */
function inQuery(value) {
  return encodeURIComponent(value).replaceAll("%2C", ",");
}
