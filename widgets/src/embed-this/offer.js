/** What the page says of how it can be embedded (`embed_this.j2`). */

/**
 * @import { Texts } from "./snippet.js"
 *
 * @typedef {object} Offer
 * @property {Texts} moving
 * @property {Texts | null} pinned None where nothing is pinned.
 * @property {string} kind `table`, `term` or `calculator`.
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
  const texts = [...details.querySelectorAll("pre")].map(({ textContent }) => textContent ?? "");
  const moving = three(texts);
  const links = [...details.querySelectorAll("a")];
  const isFile = ({ href = "" }) => href.includes("/api/v1/");
  const element = parsed(moving.element);
  return {
    moving,
    pinned: texts.length > 3 ? three(texts.slice(3)) : null,
    kind: element?.localName.replace("termwise-", "") ?? "",
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
