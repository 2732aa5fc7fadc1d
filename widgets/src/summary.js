/** The outcome as Markdown, for a colleague's document. */

import { bills } from "./costs.js";
import { figure } from "./numbers.js";
import { ranking, reasons } from "./reasons.js";
import { answerText, costText, count, outcomeText } from "./words.js";

/**
 * @import { Outcome } from "./decide.js"
 * @import { Entries } from "./link.js"
 * @import { Page } from "./page.js"
 */

/**
 * @param {Page} page
 * @param {Entries} entries
 * @param {Outcome} outcome
 * @param {string} address The link that holds these answers.
 * @param {(html: string) => string} plain Ready HTML as plain text.
 */
export function summary(page, { answers, own, months }, outcome, address, plain) {
  const costs = bills(page, answers);
  return [
    `# ${mark(page.title)}\n`,
    `${mark(outcomeText(page, outcome, answers.size))}\n`,
    `<${address}>\n`,
    "## Answers\n",
    ...page.questions.map((question) => {
      const answer = answerText(question, answers.get(question.id)) ?? "Not sure";
      return `- ${mark(question.ask)} **${mark(answer)}**`;
    }),
    ...page.assumptions.flatMap(({ id, label, unit }) => {
      const value = own.get(id);
      return value === undefined ? [] : [`- Our own number: ${mark(label)}, ${figure(value)} ${mark(unit)}`];
    }),
    ...ranking(page, outcome).flatMap(({ index, title, out, points }) => [
      `\n## ${mark(title)}: ${out ? "ruled out" : count(points, "points")}\n`,
      ...reasons(page, outcome, index).map(
        ({ kind, because, effect }) => `- ${kind}: ${mark(plain(because))} ${effect && `(${effect})`}`,
      ),
      costs[index]?.total && `- Cost over ${count(months, "months")}: ${costText(costs[index]?.total, page)}`,
    ]),
  ]
    .filter(Boolean)
    .join("\n");
}

/** @param {string | undefined} text Plain text with nothing in it that Markdown would read as marks. */
function mark(text = "") {
  return text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
