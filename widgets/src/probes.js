/**
 * What would change an outcome: every other answer, tried.
 *
 * Twin of `decide/probes.py`. The numbers to try stand in the program as a question's `probes`.
 */

import { decide } from "./decide.js";
import { isNumber, probed } from "./questions.js";

/**
 * @import { Answers, Formula, Outcome, Program } from "./decide.js"
 * @import { Question } from "./questions.js"
 *
 * @typedef {object} Change One other answer, and who would lead then.
 * @property {string} question
 * @property {string | number} answer For numbers: from this on upwards.
 * @property {number[]} leaders
 * @property {boolean} settled
 *
 * @typedef {object} OpenQuestion A question without an answer on which the outcome hangs.
 * @property {string} question
 * @property {number} tried How many answers were tried.
 * @property {number} settle How many of them would settle the outcome.
 * @property {number} turn How many of them would change who leads.
 */

/**
 * Every single answer that would put another in the lead, in the order of the questions. Of
 * neighbouring numbers with the same leaders only the least is named.
 *
 * @param {Program} program
 * @param {Answers} answers
 * @param {Outcome} now
 */
export function changes(program, answers, now) {
  /** @type {Change[]} */
  const found = [];
  for (const question of program.questions) {
    let before = now.leaders;
    for (const [answer, { leaders, settled }] of tried(program, answers, question)) {
      const repeats = isNumber(question) && same(leaders, before);
      if (!same(leaders, now.leaders) && !repeats) {
        found.push({ question: question.id, answer, leaders, settled });
      }
      before = leaders;
    }
  }
  return found;
}

/**
 * The questions that unknown rules wait for, the one that settles most first.
 *
 * @param {Program} program
 * @param {Answers} answers
 * @param {Outcome} now
 */
export function openQuestions(program, answers, now) {
  const names = waiting(program, answers, now);
  /** @type {OpenQuestion[]} */
  const found = [];
  for (const question of program.questions) {
    if (names.has(question.id)) {
      const outcomes = tried(program, answers, question).map(([, outcome]) => outcome);
      found.push({
        question: question.id,
        tried: outcomes.length,
        settle: outcomes.filter((outcome) => outcome.settled).length,
        turn: outcomes.filter((outcome) => !same(outcome.leaders, now.leaders)).length,
      });
    }
  }
  return found.sort(
    (a, b) => b.settle / b.tried - a.settle / a.tried || b.turn / b.tried - a.turn / a.tried,
  );
}

/**
 * Each other answer to a question, with what it would come to.
 *
 * @param {Program} program
 * @param {Answers} answers
 * @param {Question} question
 * @returns {[string | number, Outcome][]}
 */
function tried(program, answers, question) {
  const given = new Map(answers);
  return probed(question)
    .filter((answer) => answer !== answers.get(question.id))
    .map((answer) => [answer, decide(program, given.set(question.id, answer))]);
}

/**
 * The unanswered questions that tests of unknown rules name, or their quantities rest on.
 *
 * @param {Program} program
 * @param {Answers} answers
 * @param {Outcome} now
 */
function waiting(program, answers, now) {
  /** @type {Set<string>} */
  const names = new Set();
  program.rules.forEach((rule, index) => {
    if (now.rules[index] === null) rule.when.forEach((test) => names.add(test.of));
  });
  for (const { id, formula } of [...program.quantities].reverse()) {
    if (names.has(id)) addNames(formula, names);
  }
  for (const answered of answers.keys()) names.delete(answered);
  return names;
}

/**
 * @param {Formula} formula
 * @param {Set<string>} names
 */
function addNames(formula, names) {
  if (typeof formula === "string") names.add(formula);
  else if (Array.isArray(formula)) formula.slice(1).forEach((part) => addNames(part, names));
}

/**
 * @param {number[]} some
 * @param {number[]} others
 */
export function same(some, others) {
  return some.join() === others.join();
}
