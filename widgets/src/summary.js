/** The outcome as Markdown, for a colleague's document. */

import { bills } from "./costs.js";
import { answerText, costText, outcomeText } from "./outcome.js";
import { ranking, reasons } from "./reasons.js";

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
    `## ${page.say("answers")}\n`,
    ...page.questions.map((question) => {
      const answer = answerText(page, question, answers.get(question.id)) ?? page.say("not_sure");
      return `- ${mark(question.ask)} **${mark(answer)}**`;
    }),
    ...page.assumptions.flatMap(({ id, label, unit }) => {
      const value = own.get(id);
      if (value === undefined) return [];
      return `- ${page.say("own", { label: mark(label), number: value, unit: mark(unit) })}`;
    }),
    ...ranking(page, outcome).flatMap(({ index, title, out, points }) => [
      `\n## ${mark(title)}: ${page.say(out ? "out" : "points", { n: points })}\n`,
      ...reasons(page, outcome, index).map(
        ({ kind, because, effect }) =>
          `- ${page.say(kind)}: ${mark(plain(because))} ${effect && `(${effect})`}`,
      ),
      costs[index]?.total && `- ${page.say("cost", { n: months, cost: costText(costs[index]?.total, page) })}`,
    ]),
  ]
    .filter(Boolean)
    .join("\n");
}

/** @param {string | undefined} text Plain text with nothing in it that Markdown would read as marks. */
function mark(text = "") {
  return text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>|#]/g, "\\$&");
}
