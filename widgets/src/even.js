/** Totals over a volume, and between which options there is a volume from which one pays. */

import { bills, breakEven } from "./costs.js";
import { questionOf } from "./page.js";
import { isNumber } from "./questions.js";

/**
 * @import { Entries } from "./link.js"
 * @import { Page } from "./page.js"
 */

/**
 * What each option costs in all at a volume.
 *
 * @param {Page} page
 * @param {Entries} entries
 * @param {number} volume
 */
export function totals(page, { answers }, volume) {
  return bills(page, new Map(answers).set(page.over ?? "", volume)).map(({ total }) => total);
}

/**
 * Every pair of options with known costs, as the one that is dearer at none against the other.
 *
 * @param {Page} page
 * @param {Entries} entries
 */
export function evens(page, { answers }) {
  return page.options.flatMap((_, one) =>
    page.options.flatMap((_, other) => {
      const found = breakEven(page, answers, one, other);
      return found && (found.never || found.least !== null) ? [found] : [];
    }),
  );
}

/**
 * From which to which power of ten the volume is asked for.
 *
 * @param {Page} page
 * @returns {[number, number]}
 */
export function volumes(page) {
  const question = questionOf(page, page.over);
  if (!isNumber(question)) return [0, 1];
  return [Math.log10(question.min || question.step), Math.log10(question.max)];
}

/**
 * The whole powers of ten between two others.
 *
 * @param {number} from
 * @param {number} to
 */
export function tenfolds(from, to) {
  const first = Math.ceil(from);
  return Array.from({ length: Math.floor(to) - first + 1 }, (_, at) => first + at);
}
