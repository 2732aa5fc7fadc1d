/** The HTML of the result: who leads, why, what is open and what would change it. */

import { html, ready } from "./html.js";
import { answerText, leadText, quoted } from "./outcome.js";
import { anchor, questionOf } from "./page.js";
import { isNumber } from "./questions.js";
import { ranking, reasons } from "./reasons.js";
import { stretchText } from "./stretch.js";

/**
 * @import { Answers, Outcome } from "./decide.js"
 * @import { Page } from "./page.js"
 * @import { Change, OpenQuestion } from "./probes.js"
 * @import { Reason } from "./reasons.js"
 */

const KINDS = /** @type {const} */ (["ruling_out", "for", "against", "open"]);
/** A lead of this many points is said to be close. */
const CLOSE = 1;

/**
 * The options in their order, how clear the lead is, and which question to answer next.
 *
 * @param {Page} page
 * @param {Outcome} outcome
 * @param {OpenQuestion[]} open
 */
export function standingHtml(page, outcome, [next, ...others]) {
  const places = ranking(page, outcome);
  const tied = outcome.leaders.length > 1;
  const margin = (places[0]?.rank ?? 0) - (places[1]?.rank ?? -Infinity);
  return html`
    <ol class="tw-calc-ranking">
      ${places.map(({ title, out, points, worst, best, leads }) => html`
        <li ${leads && html`class="tw-calc-leads"`}>
          <b>${title}</b> <span>${page.say(out ? "out" : "points", { n: points })}</span>
          ${leads && html`<em>${page.say(tied ? "is_tied" : "is_leading")}</em>`}
          ${!out && worst !== best && html`<small>
            ${page.say(worst === null ? "may_be_out" : "once_answered", {
              worst,
              points: page.say("points", { n: best }),
            })}
          </small>`}
        </li>`)}
    </ol>
    ${tied && html`<p>${page.say("tie")}</p>`}
    ${margin > 0 && margin <= CLOSE && html`
      <p>${page.say("close", { n: margin, title: quoted(page, places[1]?.index) })}</p>`}
    ${next && !outcome.settled && html`
      <p>${page.html("next", { question: questionLink(page, next.question) })} ${effectText(page, next)}</p>
      ${others.length > 0 && html`
        <details id="${anchor(page, "-others")}">
          <summary>${page.say("also_open", { n: others.length })}</summary>
          <ul>
            ${others.map((item) => html`
              <li>${questionLink(page, item.question)} ${effectText(page, item)}</li>`)}
          </ul>
        </details>`}`}`;
}

/** @param {Page} page @param {OpenQuestion} open */
function effectText(page, { tried, settle, turn }) {
  if (settle) return page.say(settle < tried ? "some_settle" : "any_settles");
  return page.say(turn ? "some_turn" : "nothing_alone");
}

/**
 * The reasons about every option, those of the leader first.
 *
 * @param {Page} page
 * @param {Outcome} outcome
 */
export function reasonsHtml(page, outcome) {
  return html`${ranking(page, outcome).map(({ index, link }) => {
    const found = reasons(page, outcome, index);
    const [out, pro, con, open] = KINDS.map((kind) => found.filter((reason) => reason.kind === kind));
    return html`
      <h3>${ready(link)}</h3>
      ${[out, pro, con].map((these, at) => !!these?.length && html`
        <h4>${page.say(KINDS[at] ?? "open")}</h4>
        ${listHtml(these)}`)}
      ${!found.length && html`<p>${page.say("no_rule")}</p>`}
      ${!!open?.length && html`
        <details id="${anchor(page, `-open-${index}`)}">
          <summary>${page.say("open_about", { n: open.length, title: quoted(page, index) })}</summary>
          ${listHtml(open)}
        </details>`}`;
  })}`;
}

/** @param {Reason[]} reasons */
function listHtml(reasons) {
  return html`
    <ul>
      ${reasons.map(({ because, effect }) => html`<li>${ready(because)} <small>${effect}</small></li>`)}
    </ul>`;
}

/**
 * Each answer that would put another in the lead.
 *
 * @param {Page} page
 * @param {Answers} answers
 * @param {Change[]} changes
 */
export function changesHtml(page, answers, changes) {
  if (!changes.length) return html`<p>${page.say("no_change")}</p>`;
  return html`
    <ul>
      ${changes.map((change) => html`
        <li>${page.html(change.settled ? "change_settled" : "change", {
          question: questionLink(page, change.question),
          answer: changeText(page, answers, change),
          lead: leadText(page, change.leaders, true),
        })}</li>`)}
    </ul>`;
}

/**
 * @param {Page} page
 * @param {Answers} answers
 * @param {Change} change
 */
function changeText(page, answers, change) {
  const question = questionOf(page, change.question);
  if (!isNumber(question)) return question && answerText(page, question, change.answer);
  return `${stretchText(page, answers, question, change)} ${question.unit}`;
}

/**
 * A link that moves the focus to a question.
 *
 * @param {Page} page
 * @param {string} question
 */
function questionLink(page, question) {
  const ask = questionOf(page, question)?.ask;
  return html`<a href="#${anchor(page, question)}">${ask}</a>`;
}
