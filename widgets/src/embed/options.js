/** How an embedder wants an embed shown: in the query of a frame, or as attributes of an element. */

import { schemeNamed } from "./scheme.js";

export const NAMES = ["theme", "density", "heading", "captions", "subjects", "dimensions"];

/** The most signs that a heading of the embedder's own may have. */
const LONGEST = 200;

/**
 * @typedef {object} Options
 * @property {string} theme `light`, `dark`, or empty where it is the host's.
 * @property {string} density `compact` or empty.
 * @property {string} heading `none`, words in place of its own, or empty.
 * @property {string} captions `none` or empty.
 * @property {string[]} subjects Those to show; none is all.
 * @property {string[]} dimensions
 */

/**
 * What is given and known; all else counts as not given.
 *
 * @param {(name: string) => string | null} given
 * @returns {Options}
 */
export function readOptions(given) {
  /** @param {string} name @param {string} only */
  const only = (name, only) => (given(name) === only ? only : "");
  const ids = (/** @type {string} */ name) => given(name)?.split(",").map((id) => id.trim()) ?? [];
  return {
    theme: schemeNamed(given("theme")),
    density: only("density", "compact"),
    heading: given("heading")?.trim().slice(0, LONGEST) ?? "",
    captions: only("captions", "none"),
    subjects: ids("subjects"),
    dimensions: ids("dimensions"),
  };
}

/**
 * Which of the known ids are shown: those wanted, and all where none of these is known.
 *
 * @param {string[]} known
 * @param {string[]} wanted
 */
export function chosen(known, wanted) {
  const found = known.filter((id) => wanted.includes(id));
  return found.length ? found : known;
}
