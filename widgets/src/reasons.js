/** How the options stand, and which rules speak for and against each. */

/**
 * @import { Outcome } from "./decide.js"
 * @import { Page } from "./page.js"
 *
 * @typedef {object} Reason
 * @property {"ruling_out" | "for" | "against" | "open"} kind
 * @property {string} because Ready HTML.
 * @property {string} effect What the rule does, or would do.
 */

/**
 * The options from the first to the last: by points, those that are ruled out at the end.
 *
 * @param {Page} page
 * @param {Outcome} outcome
 */
export function ranking(page, { standings, leaders }) {
  return standings
    .map((standing, index) => ({
      ...page.options[index],
      ...standing,
      index,
      leads: leaders.includes(index),
      rank: standing.out ? -Infinity : standing.points,
    }))
    .sort((a, b) => b.rank - a.rank || 0); // Of two that are ruled out the difference is not a number.
}

/**
 * What rules say of an option: those that hold, and those that might.
 *
 * @param {Page} page
 * @param {Outcome} outcome
 * @param {number} option
 * @returns {Reason[]}
 */
export function reasons(page, outcome, option) {
  return page.rules.flatMap(({ weights, rules_out, because }, index) => {
    const state = outcome.rules[index];
    const weight = weights[option] ?? 0;
    const out = rules_out.includes(option);
    if (state === false || !(weight || out)) return [];
    const n = Math.abs(weight);
    const side = out ? "ruling_out" : weight > 0 ? "for" : "against";
    const open = page.say(out ? "would_out" : weight > 0 ? "would_add" : "would_take", { n });
    const held = out ? "" : page.say("points", { n });
    return { because, kind: state ? side : "open", effect: state ? held : open };
  });
}
