/** What the page says of how it can be embedded (`embed_this.j2`). */

import { DIALOG } from "../english.js";
import { parts } from "../words.js";

/**
 * @import { Texts } from "./snippet.js"
 *
 * @typedef {"table" | "term" | "calculator"} Kind
 *
 * @typedef {object} Offer
 * @property {Texts} moving
 * @property {Texts | null} pinned None where nothing is pinned.
 * @property {(name: keyof typeof DIALOG, values?: Record<string, string>) => string} say
 * @property {Kind} kind
 * @property {string} title
 * @property {string} data The address of what the embed is made of.
 * @property {{label: string, href: string}[]} files The same as files to read or to keep.
 * @property {string} guide The address of the page on embedding; empty where there is none.
 */

/**
 * @param {Element} details
 * @returns {Offer}
 */
export function readOffer(details) {
  const snippets = [...details.querySelectorAll("pre")].map(({ textContent }) => textContent ?? "");
  const moving = three(snippets);
  const links = [...details.querySelectorAll("a")];
  const isFile = ({ href = "" }) => href.includes("/api/v1/");
  const element = parsed(moving.element);
  /** @type {HTMLTemplateElement?} */
  const words = details.querySelector(".tw-embed-words");
  /** @type {typeof DIALOG} */
  const texts = words ? JSON.parse(words.content.textContent ?? "") : DIALOG;
  return {
    say: (name, values = {}) => parts(texts[name], values).join(""),
    moving,
    pinned: snippets.length > 3 ? three(snippets.slice(3)) : null,
    kind: /** @type {Kind} */ (element?.localName.replace("termwise-", "")),
    title: parsed(moving.frame)?.getAttribute("title") ?? "",
    data: element?.getAttribute("src") ?? "",
    files: links.filter(isFile).map(({ textContent, href }) => ({ label: textContent ?? "", href })),
    guide: links.find((link) => !isFile(link))?.href ?? "",
  };
}

/**
 * The element that a text to paste begins with. It belongs to no page, and so does nothing.
 *
 * @param {string} text
 */
export function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
}

/**
 * @param {string[]} texts
 * @returns {Texts}
 */
function three([frame = "", fit = "", element = ""]) {
  return { frame, fit, element };
}
