/**
 * What the options cost: low, typical and high, over a horizon, and where two break even.
 *
 * Twin of `decide/costs.py`. Formulas are evaluated over ranges: a result's low and high are the
 * least and the most that its parts allow.
 */

import { HORIZON, apply, finite, number } from "./decide.js";
import { isNumber } from "./questions.js";

/**
 * @import { Answers, Cost, Formula, Program } from "./decide.js"
 *
 * @typedef {[number, number, number]} Range Low, typical and high.
 * @typedef {ReadonlyMap<string, Range | null>} Ranges
 *
 * @typedef {object} Bill The cost of one option; null is unknown.
 * @property {Range | null} once
 * @property {Range | null} per_month
 * @property {Range | null} total
 *
 * @typedef {object} BreakEven For how many (of the question `over`) `one` costs no more than
 *   `other`: from `least` on and up to `most`, where null is not a bound; `never` for none at all.
 * @property {number} one
 * @property {number} other
 * @property {boolean} never
 * @property {number | null} least
 * @property {number | null} most
 */

/**
 * A bill for each option.
 *
 * @param {Program} program
 * @param {Answers} answers
 */
export function bills(program, answers) {
  const ranges = numberRanges(program, answers);
  return program.costs.map((cost) => bill(cost, ranges));
}

/**
 * The range of every number; a question without an answer stands at its usual value.
 *
 * @param {Program} program
 * @param {Answers} answers
 * @returns {Ranges}
 */
export function numberRanges(program, answers) {
  /** @type {Map<string, Range | null>} */
  const ranges = new Map();
  for (const question of program.questions) {
    if (isNumber(question)) {
      const value = number(answers.get(question.id)) ?? question.usual;
      ranges.set(question.id, value === null ? null : [value, value, value]);
    }
  }
  for (const { id, range } of program.assumptions) {
    const value = number(answers.get(id));
    const span = value === null ? range : [value, value, value];
    ranges.set(id, span[1] === null ? null : /** @type {Range} */ (span));
  }
  const months = number(answers.get(HORIZON)) ?? program.horizon;
  ranges.set(HORIZON, [months, months, months]);
  for (const { id, formula } of program.quantities) ranges.set(id, spread(formula, ranges));
  return ranges;
}

/**
 * A formula's low, typical and high; null where any of them is unknown.
 *
 * @param {Formula} formula
 * @param {Ranges} ranges
 * @returns {Range | null}
 */
export function spread(formula, ranges) {
  if (typeof formula === "string") return ranges.get(formula) ?? null;
  if (typeof formula === "number") return [formula, formula, formula];
  if (formula === null) return null;
  const operator = formula[0];
  const left = spread(formula[1], ranges);
  const right = spread(formula[2], ranges);
  if (!left || !right) return null;
  if (operator === "/" && right[0] <= 0 && 0 <= right[2]) return null;
  const corners = [
    apply(operator, left[0], right[0]),
    apply(operator, left[0], right[2]),
    apply(operator, left[2], right[0]),
    apply(operator, left[2], right[2]),
  ];
  const typical = finite(apply(operator, left[1], right[1]));
  if (typical === null || !corners.every(Number.isFinite)) return null;
  return [
    corners.reduce((least, value) => (value < least ? value : least)),
    typical,
    corners.reduce((most, value) => (value > most ? value : most)),
  ];
}

/**
 * @param {Cost | null} cost
 * @param {Ranges} ranges
 * @returns {Bill}
 */
function bill(cost, ranges) {
  if (!cost) return { once: null, per_month: null, total: null };
  const once = sum(cost.once, ranges);
  const per_month = sum(cost.per_month, ranges);
  const months = ranges.get(HORIZON)?.[1];
  if (!once || !per_month || months === undefined) return { once, per_month, total: null };
  const [low, typical, high] = per_month;
  const total = [once[0] + low * months, once[1] + typical * months, once[2] + high * months];
  return { once, per_month, total: known(total) };
}

/**
 * @param {Formula[]} formulas
 * @param {Ranges} ranges
 * @returns {Range | null}
 */
function sum(formulas, ranges) {
  let [low, typical, high] = [0, 0, 0];
  for (const formula of formulas) {
    const part = spread(formula, ranges);
    if (!part) return null;
    low += part[0];
    typical += part[1];
    high += part[2];
  }
  return known([low, typical, high]);
}

/** @param {number[]} range The range itself, or null where an end of it is not finite. */
function known(range) {
  return range.every(Number.isFinite) ? /** @type {Range} */ (range) : null;
}

/**
 * Where the typical totals of two options meet, over the question `program.over`.
 *
 * Costs are straight lines over it (a check holds that), so that two points make each line. Null
 * where a total is unknown.
 *
 * @param {Program} program
 * @param {Answers} answers
 * @param {number} one
 * @param {number} other
 * @returns {BreakEven | null}
 */
export function breakEven(program, answers, one, other) {
  const [atZero, atOne] = [0, 1].map((many) => bills(program, new Map(answers).set(program.over ?? "", many)));
  const [startOne, startOther] = [atZero?.[one]?.total, atZero?.[other]?.total];
  const [endOne, endOther] = [atOne?.[one]?.total, atOne?.[other]?.total];
  if (!startOne || !startOther || !endOne || !endOther) return null;
  const ahead = startOther[1] - startOne[1];
  const gained = endOther[1] - endOne[1] - ahead;
  const meet = finite(apply("/", -ahead, gained));
  const found = { one, other, never: false, least: null, most: null };
  if (ahead >= 0) return gained >= 0 || meet === null ? found : { ...found, most: meet };
  return gained <= 0 || meet === null ? { ...found, never: true } : { ...found, least: meet };
}
