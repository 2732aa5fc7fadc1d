/**
 * The total cost of each option over a volume, as inline SVG: a line for the typical cost, a band
 * from low to high, and the option's name at the line's end. On both axes each step is tenfold.
 */

import { tenfolds, totals, volumes } from "./even.js";
import { html } from "./html.js";

/**
 * @import { Entries } from "./link.js"
 * @import { Page } from "./page.js"
 */

const WIDTH = 308;
const HEIGHT = 220;
const LINE = 14;
/** How many points a line has, but one. */
const POINTS = 24;
/** How many tenfolds of cost are shown at most; what is less lies below the axis. */
const TENFOLDS = 6;

/**
 * @param {Page} page
 * @param {Entries} entries
 */
export function chartSvg(page, entries) {
  const [from, to] = volumes(page);
  const samples = Array.from({ length: POINTS + 1 }, (_, at) =>
    totals(page, entries, 10 ** (from + ((to - from) * at) / POINTS)),
  );
  const sizes = samples.flat(2).map((cost) => Math.log10(cost ?? 0)).filter(Number.isFinite);
  if (!sizes.length) return "";
  const most = Math.ceil(Math.max(...sizes));
  const least = Math.max(Math.min(Math.floor(Math.min(...sizes)), most - 1), most - TENFOLDS);
  const x = (/** @type {number} */ power) => place((power - from) / (to - from), WIDTH);
  const y = (/** @type {number} */ power) => place((most - power) / (most - least), HEIGHT);
  const lines = page.options
    .map(({ title }, option) => {
      const points = samples.flatMap((all, at) => {
        const ends = all[option]?.map((cost) => y(Math.log10(Math.max(cost, 10 ** (least - 1)))));
        return ends ? [{ at: place(at / POINTS, WIDTH), ends }] : [];
      });
      /** @param {number} end */
      const path = (end) => points.map(({ at, ends }) => `${at} ${ends[end]}`);
      const band = [...path(0), ...path(2).reverse()].join("L");
      return { title, option, band, line: path(1).join("L"), end: points.at(-1)?.ends[1] ?? 0 };
    })
    .filter(({ line }) => line)
    .sort((a, b) => a.end - b.end);
  let above = 0;
  const up = page.say("total", { n: entries.months });
  const described = page.say("chart", { title: up, unit: page.volume?.unit });
  return html`
    <svg class="tw-calc-chart" viewBox="-48 -22 360 290" role="img" aria-label="${described}">
      <text x="${WIDTH}" y="-10">${up}</text>
      ${tenfolds(least, most).map((power) => html`
        <path d="M0 ${y(power)}h${WIDTH}"/>
        <text x="-5" y="${y(power) + 4}">${page.money.before}${page.short(10 ** power)}</text>`)}
      <g text-anchor="middle">
        ${tenfolds(from, to).map((power) => html`
          <text x="${x(power)}" y="${HEIGHT + 16}">${page.short(10 ** power)}</text>`)}
      </g>
      <text x="${WIDTH}" y="${HEIGHT + 36}">${page.volume?.unit}</text>
      <svg width="${WIDTH}" height="${HEIGHT}">
        ${lines.map(({ option, band, line }) => html`
          <g class="tw-calc-${option}"><path d="M${band}z"/><path d="M${line}"/></g>`)}
      </svg>
      ${lines.map(({ title, option, end }, at) => {
        const lowest = HEIGHT - 4 - LINE * (lines.length - 1 - at);
        above = Math.min(lowest, Math.max(above + LINE, end - 6));
        return html`
          <text class="tw-calc-${option}" x="${WIDTH - 4}" y="${above}">${title}</text>`;
      })}
    </svg>`;
}

/** @param {number} share @param {number} length */
function place(share, length) {
  return Math.round(share * length * 10) / 10;
}
