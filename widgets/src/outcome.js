/** How answers, costs and outcomes are said. */

import { isNumber } from "./questions.js";

/**
 * @import { Range } from "./costs.js"
 * @import { Outcome } from "./decide.js"
 * @import { Page } from "./page.js"
 */

/**
 * @param {Page} page
 * @param {Page["questions"][number]} question
 * @param {string | number} [answer]
 */
export function answerText(page, question, answer) {
  if (typeof answer === "number") return `${page.figure(answer)} ${question.unit}`;
  return isNumber(question) ? undefined : question.labels[question.answers.indexOf(answer ?? "")];
}

/**
 * A cost: what is typical, and from low to high where that differs.
 *
 * @param {Range | null | undefined} range
 * @param {Page} page
 */
export function costText(range, page) {
  if (!range) return page.say("unknown");
  const [low, typical, high] = range.map((value) => page.price(value, page.money));
  return low === high ? typical : page.say("range", { typical, low, high });
}

/**
 * An option's title within a sentence.
 *
 * @param {Page} page
 * @param {number} [option]
 */
export function quoted(page, option = 0) {
  return page.say("quoted", { title: page.options[option]?.title });
}

/**
 * Who leads, as a verb phrase: now, or as it would be.
 *
 * @param {Page} page
 * @param {number[]} leaders
 * @param {boolean} [would]
 */
export function leadText(page, leaders, would) {
  const who = page.list(leaders.map((leader) => quoted(page, leader)));
  const name = leaders.length === 1 ? "lead" : who ? "tied" : "all_out";
  return page.say(`${would ? "would" : "now"}_${name}`, { who });
}

/**
 * The outcome in one sentence or two.
 *
 * @param {Page} page
 * @param {Outcome} outcome
 * @param {number} answered How many questions are answered.
 */
export function outcomeText(page, { leaders, settled }, answered) {
  if (!answered) return page.say("unanswered");
  const lead = leadText(page, leaders);
  const name = settled ? "outcome_settled" : leaders.length === 1 ? "outcome_open" : "outcome";
  return page.say(name, { lead });
}
