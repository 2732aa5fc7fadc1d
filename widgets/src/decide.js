/**
 * The meaning of a decision: answers to an outcome.
 *
 * Twin of `decide/evaluate.py`: the same program and the same answers give the same result, bit
 * for bit. What is not finite is unknown (null), and sums are made in the order of the file. A
 * rule is true, false, or unknown (null): false where any of its tests is false, unknown where
 * none is false and one is unknown.
 */

import { isNumber } from "./questions.js";

/**
 * @import { Question } from "./questions.js"
 *
 * @typedef {number | string | FormulaStep | null} Formula
 * @typedef {[string, Formula, Formula]} FormulaStep Operator, left, right.
 *
 * @typedef {object} Bounds A test of a number, where null is not a bound.
 * @property {string} of
 * @property {number | null} from
 * @property {number | null} to
 * @property {boolean} with_from
 * @property {boolean} with_to
 *
 * @typedef {{of: string, in: string[]} | Bounds} Test
 *
 * @typedef {object} Rule
 * @property {Test[]} when
 * @property {number[]} weights One an option.
 * @property {number[]} rules_out Options, by their place.
 *
 * @typedef {{once: Formula[], per_month: Formula[]}} Cost
 * @typedef {{id: string, range: readonly [number | null, number | null, number | null]}} Assumption
 *
 * @typedef {object} Program What `decide/program.py` compiles.
 * @property {readonly unknown[]} options
 * @property {Question[]} questions
 * @property {Assumption[]} assumptions
 * @property {{id: string, formula: Formula}[]} quantities
 * @property {Rule[]} rules
 * @property {(Cost | null)[]} costs
 * @property {number} horizon
 * @property {string | null} over
 * @property {string} version
 *
 * @typedef {ReadonlyMap<string, string | number>} Answers What the reader says, by id: answers,
 *   own numbers in place of assumptions, and the months of the horizon.
 * @typedef {boolean | null} State
 *
 * @typedef {object} Standing How one option stands.
 * @property {number} points
 * @property {number | null} worst Null where it is or might be ruled out.
 * @property {number} best
 * @property {State} out Null where it might be ruled out.
 *
 * @typedef {object} Outcome Rules and options are meant by their place in the program.
 * @property {State[]} rules
 * @property {Standing[]} standings
 * @property {number[]} leaders
 * @property {boolean} settled
 */

/** The name under which formulas and answers know the months over which costs are added up. */
export const HORIZON = "horizon";

/**
 * Apply every rule to the answers; what is not answered is unknown.
 *
 * @param {Program} program
 * @param {Answers} answers
 * @returns {Outcome}
 */
export function decide(program, answers) {
  const known = quantities(program, answers);
  const rules = program.rules.map((rule) => ruleState(rule.when, answers, known));
  const standings = program.options.map((_, option) => standing(option, program.rules, rules));
  const leaders = leadersOf(standings);
  return { rules, standings, leaders, settled: isSettled(standings, leaders) };
}

/**
 * Every number that rules may test: numeric answers, assumptions (the reader's own number, else
 * the typical one), the horizon, quantities.
 *
 * @param {Program} program
 * @param {Answers} answers
 */
export function quantities(program, answers) {
  /** @type {Map<string, number | null>} */
  const values = new Map();
  for (const question of program.questions) {
    if (isNumber(question)) values.set(question.id, number(answers.get(question.id)));
  }
  for (const { id, range } of program.assumptions) values.set(id, number(answers.get(id)) ?? range[1]);
  values.set(HORIZON, number(answers.get(HORIZON)) ?? program.horizon);
  for (const { id, formula } of program.quantities) values.set(id, evaluate(formula, values));
  return values;
}

/**
 * A formula's value: a number, a name, or `[operator, left, right]`.
 *
 * @param {Formula} formula
 * @param {ReadonlyMap<string, number | null>} values
 * @returns {number | null}
 */
export function evaluate(formula, values) {
  if (typeof formula === "string") return values.get(formula) ?? null;
  if (!Array.isArray(formula)) return number(formula);
  const left = evaluate(formula[1], values);
  const right = evaluate(formula[2], values);
  return left === null || right === null ? null : finite(apply(formula[0], left, right));
}

/**
 * One step of arithmetic; a quotient by zero is not a number.
 *
 * @param {string} operator
 * @param {number} left
 * @param {number} right
 */
export function apply(operator, left, right) {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right !== 0 ? left / right : NaN;
    case "min":
      return left < right ? left : right;
    default:
      return left > right ? left : right;
  }
}

/** @param {unknown} value A finite number, or null for anything else. */
export function number(value) {
  return typeof value === "number" ? finite(value) : null;
}

/** @param {number} value The value itself, or null where it is infinite or not a number. */
export function finite(value) {
  return Number.isFinite(value) ? value : null;
}

/**
 * @param {Test[]} tests
 * @param {Answers} answers
 * @param {ReadonlyMap<string, number | null>} known
 */
function ruleState(tests, answers, known) {
  /** @type {State} */
  let state = true;
  for (const test of tests) {
    const held = testState(test, answers, known);
    if (held === false) return false;
    if (held === null) state = null;
  }
  return state;
}

/**
 * @param {Test} test
 * @param {Answers} answers
 * @param {ReadonlyMap<string, number | null>} known
 * @returns {State}
 */
function testState(test, answers, known) {
  if ("in" in test) {
    const answer = answers.get(test.of);
    return answer === undefined ? null : test.in.includes(/** @type {string} */ (answer));
  }
  const value = known.get(test.of) ?? null;
  if (value === null) return null;
  const { from, to, with_from, with_to } = test;
  const above = from === null || (with_from ? value >= from : value > from);
  const below = to === null || (with_to ? value <= to : value < to);
  return above && below;
}

/**
 * @param {number} option
 * @param {Rule[]} rules
 * @param {State[]} states
 * @returns {Standing}
 */
function standing(option, rules, states) {
  let points = 0;
  let worst = 0;
  let best = 0;
  /** @type {State} */
  let out = false;
  rules.forEach((rule, index) => {
    const state = states[index];
    const weight = rule.weights[option] ?? 0;
    if (state) {
      points += weight;
      worst += weight;
      best += weight;
      if (rule.rules_out.includes(option)) out = true;
    } else if (state === null) {
      if (weight < 0) worst += weight;
      if (weight > 0) best += weight;
      if (rule.rules_out.includes(option) && out === false) out = null;
    }
  });
  return { points, worst: out === false ? worst : null, best, out };
}

/**
 * The options with the most points among those that are not ruled out; ties are ties.
 *
 * @param {Standing[]} standings
 */
function leadersOf(standings) {
  let most = -Infinity;
  for (const { out, points } of standings) {
    if (out !== true && points > most) most = points;
  }
  return standings.flatMap(({ out, points }, option) => (out !== true && points === most ? [option] : []));
}

/**
 * Whether no answer still to come can change who leads.
 *
 * @param {Standing[]} standings
 * @param {number[]} leaders
 */
function isSettled(standings, leaders) {
  const [leader = 0, tied] = leaders;
  const worst = standings[leader]?.worst ?? null;
  if (tied !== undefined || worst === null) return false;
  return standings.every(({ out, best }, index) => index === leader || out === true || worst > best);
}
