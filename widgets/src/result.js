/** The HTML of the result: who leads, why, what is open and what would change it. */

import { html, ready } from "./html.js";
import { figure } from "./numbers.js";
import { anchor, questionOf } from "./page.js";
import { isNumber } from "./questions.js";
import { ranking, reasons } from "./reasons.js";
import { stretchText } from "./stretch.js";
import { answerText, count, leadText, quoted } from "./words.js";

/**
 * @import { Answers, Outcome } from "./decide.js"
 * @import { Page } from "./page.js"
 * @import { Change, OpenQuestion } from "./probes.js"
 * @import { Reason } from "./reasons.js"
 */

const KINDS = /** @type {const} */ (["Rules it out", "For", "Against", "Still open"]);
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
          <b>${title}</b> <span>${out ? "ruled out" : count(points, "points")}</span>
          ${leads && html`<em>${tied ? "level" : "leads"}</em>`}
          ${!out && worst !== best && html`<small>
            ${worst === null ? "may be ruled out; at most" : `once all is answered ${figure(worst)} to`}
            ${count(best, "points")}
          </small>`}
        </li>`)}
    </ol>
    ${tied && html`<p>This is a tie; the order among these means nothing.</p>`}
    ${margin > 0 && margin <= CLOSE && html`
      <p>It is close: ${quoted(places[1]?.title)} is ${count(margin, "points")} behind.</p>`}
    ${next && !outcome.settled && html`
      <p><b>Answer this next:</b> ${questionLink(page, next.question)} ${effectText(next)}</p>
      ${others.length > 0 && html`
        <details id="${anchor(page, "-others")}">
          <summary>Also open: ${count(others.length, "questions")}</summary>
          <ul>
            ${others.map((item) => html`
              <li>${questionLink(page, item.question)} ${effectText(item)}</li>`)}
          </ul>
        </details>`}`}`;
}

/** @param {OpenQuestion} open */
function effectText({ tried, settle, turn }) {
  if (settle) return `${settle < tried ? "Some answers settle" : "Any answer settles"} this.`;
  return turn ? "Some answers change who leads." : "It decides nothing alone.";
}

/**
 * The reasons about every option, those of the leader first.
 *
 * @param {Page} page
 * @param {Outcome} outcome
 */
export function reasonsHtml(page, outcome) {
  return html`${ranking(page, outcome).map(({ index, link, title }) => {
    const found = reasons(page, outcome, index);
    const [out, pro, con, open] = KINDS.map((kind) => found.filter((reason) => reason.kind === kind));
    return html`
      <h3>${ready(link)}</h3>
      ${[out, pro, con].map((these, at) => !!these?.length && html`
        <h4>${KINDS[at]}</h4>
        ${listHtml(these)}`)}
      ${!found.length && html`<p>No rule speaks for or against it.</p>`}
      ${!!open?.length && html`
        <details id="${anchor(page, `-open-${index}`)}">
          <summary>Still open about ${quoted(title)}: ${count(open.length, "reasons")}</summary>
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
  if (!changes.length) return html`<p>No other answer to a single question changes who leads.</p>`;
  return html`
    <ul>
      ${changes.map((change) => html`
        <li>
          ${questionLink(page, change.question)} <b>${changeText(page, answers, change)}</b>:
          ${leadText(page, change.leaders, true)}${change.settled && ", and that settles it"}.
        </li>`)}
    </ul>`;
}

/**
 * @param {Page} page
 * @param {Answers} answers
 * @param {Change} change
 */
function changeText(page, answers, change) {
  const question = questionOf(page, change.question);
  if (!isNumber(question)) return question && answerText(question, change.answer);
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
