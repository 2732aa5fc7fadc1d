/** How outcomes are said. */

import { figure, money } from "./numbers.js";
import { isNumber } from "./questions.js";

/**
 * @import { Range } from "./costs.js"
 * @import { Outcome } from "./decide.js"
 * @import { Page } from "./page.js"
 */

/**
 * @param {number} value
 * @param {string} unit In the plural.
 */
export function count(value, unit) {
  return `${figure(value)} ${Math.abs(value) === 1 ? unit.slice(0, -1) : unit}`;
}

/**
 * @param {Page["questions"][number]} question
 * @param {string | number} [answer]
 */
export function answerText(question, answer) {
  if (typeof answer === "number") return `${figure(answer)} ${question.unit}`;
  return isNumber(question) ? undefined : question.labels[question.answers.indexOf(answer ?? "")];
}

/**
 * A cost: what is typical, and from low to high where that differs.
 *
 * @param {Range | null | undefined} range
 * @param {Page} page
 */
export function costText(range, { money: { before, after } }) {
  if (!range) return "not known";
  const [low, typical, high] = range.map((value) => before + money(value) + after);
  return low === high ? typical : `${typical} (${low} to ${high})`;
}

/**
 * @param {string[]} names
 * @param {"conjunction" | "disjunction"} [type] "and" or "or".
 */
export function listText(names, type) {
  return new Intl.ListFormat("en-GB", { type }).format(names);
}

/** @param {string | undefined} title An option's title within a sentence. */
export function quoted(title) {
  return `“${title}”`;
}

/**
 * Who leads, as a verb phrase: now, or as it would be.
 *
 * @param {Page} page
 * @param {number[]} leaders
 * @param {boolean} [would]
 */
export function leadText(page, leaders, would) {
  const names = leaders.map((leader) => quoted(page.options[leader]?.title));
  const who = listText(names);
  if (names.length === 1) return who + (would ? " would lead" : " leads");
  const many = would ? "would be" : "are";
  return names.length ? `${who} ${many} level` : `all options ${many} ruled out`;
}

/**
 * The outcome in one sentence or two.
 *
 * @param {Page} page
 * @param {Outcome} outcome
 * @param {number} answered How many questions are answered.
 */
export function outcomeText(page, { leaders, settled }, answered) {
  if (!answered) return "No question is answered yet.";
  const lead = `On these answers, ${leadText(page, leaders)}`;
  if (settled) return `${lead}. This is settled: no open answer can change it.`;
  return lead + (leaders.length === 1 ? ", but this is still open." : ".");
}
