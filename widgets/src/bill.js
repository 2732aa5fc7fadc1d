/** The HTML of what the options cost, over a horizon, and from how many on which one pays. */

import { chartSvg } from "./chart.js";
import { bills, numberRanges, spread } from "./costs.js";
import { evens, tenfolds, totals, volumes } from "./even.js";
import { html } from "./html.js";
import { costText, quoted } from "./outcome.js";

/**
 * @import { Outcome } from "./decide.js"
 * @import { Entries } from "./link.js"
 * @import { Page } from "./page.js"
 */

const KINDS = /** @type {const} */ (["once", "per_month"]);

/**
 * @param {Page} page
 * @param {Entries} entries
 * @param {Outcome} outcome
 */
export function billsHtml(page, { answers, months }, { standings }) {
  return tableHtml(
    page,
    [page.say("option"), page.say("once"), page.say("per_month"), page.say("over", { n: months })],
    bills(page, answers).map(({ once, per_month, total }, option) => {
      const title = page.options[option]?.title;
      return [
        standings[option]?.out ? page.say("option_out", { title }) : title,
        ...[once, per_month, total].map((range) => costText(range, page)),
      ];
    }),
  );
}

/**
 * The lines of every bill.
 *
 * @param {Page} page
 * @param {Entries} entries
 */
export function linesHtml(page, { answers }) {
  const ranges = numberRanges(page, answers);
  return html`${page.costs.map((cost, option) => cost && html`
    <h3>${page.options[option]?.title}</h3>
    <ul>
      ${KINDS.map((kind) => cost[kind].map((formula, at) => html`
        <li>${page.say(`line_${kind}`, {
          line: page.lines[option]?.[kind][at],
          cost: costText(spread(formula, ranges), page),
        })}</li>`))}
    </ul>`)}`;
}

/**
 * From how many on an option costs less than another, in words and as a chart.
 *
 * @param {Page} page
 * @param {Entries} entries
 */
export function evenHtml(page, entries) {
  const found = evens(page, entries);
  const title = (/** @type {number} */ option) => quoted(page, option);
  return html`
    <p>${page.say("dearer")}</p>
    <ul>
      ${page.options.map((_, option) => {
        const pairs = found.filter(({ one }) => one === option);
        const never = pairs.filter((pair) => pair.never).map(({ other }) => title(other));
        const one = title(option);
        return [
          never.length > 0 && html`
            <li>${page.html("never", { one, others: page.list(never, "disjunction") })}</li>`,
          pairs.map(({ least, other }) => least !== null && html`
            <li>${page.html("pays", {
              one,
              other: title(other),
              number: page.rough(least),
              unit: page.volume?.unit,
            })}</li>`),
        ];
      })}
    </ul>
    ${chartSvg(page, entries)}`;
}

/**
 * The numbers of the chart, at powers of ten.
 *
 * @param {Page} page
 * @param {Entries} entries
 */
export function totalsHtml(page, entries) {
  return tableHtml(
    page,
    [page.volume?.unit, ...page.options.map(({ title }) => title)],
    tenfolds(...volumes(page)).map((power) => [
      page.figure(10 ** power),
      ...totals(page, entries, 10 ** power).map((total) => costText(total, page)),
    ]),
  );
}

/**
 * A table that a narrow page shows as a block a row.
 *
 * @param {Page} page
 * @param {unknown[]} columns
 * @param {unknown[][]} rows
 */
function tableHtml(page, columns, rows) {
  return html`
    <div class="tw-scroll" role="group" aria-label="${page.say("table")}" tabindex="0">
      <table class="tw-table">
        <thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>
          ${rows.map(([title, ...cells]) => html`
            <tr>
              <th scope="row">${title}</th>
              ${cells.map((cell, at) => html`<td data-subject="${columns[at + 1]}">${cell}</td>`)}
            </tr>`)}
        </tbody>
      </table>
    </div>`;
}
