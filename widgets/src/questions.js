/**
 * All in which the types of question differ here: a question has `answers`, a few words, or `probes`,
 * numbers out of all that it can be answered with.
 *
 * @typedef {object} WordQuestion
 * @property {string} id
 * @property {"yes_no" | "choice"} kind
 * @property {string[]} answers
 *
 * @typedef {object} NumberQuestion
 * @property {string} id
 * @property {"number"} kind
 * @property {number} min
 * @property {number} max
 * @property {number} step
 * @property {number | null} usual What costs are estimated with until it is answered.
 * @property {number[]} probes
 *
 * @typedef {WordQuestion | NumberQuestion} Question
 */

/**
 * @param {Question | undefined} question
 * @returns {question is NumberQuestion} Whether the answer is a number, which formulas may use.
 */
export function isNumber(question) {
  return !!(/** @type {NumberQuestion | undefined} */ (question)?.probes);
}

/**
 * @param {Question} question
 * @returns {(string | number)[]} The answers that are tried, to see what they would change.
 */
export function probed(question) {
  return isNumber(question) ? question.probes : question.answers;
}

/**
 * @param {Question} question
 * @param {string} text
 * @returns {string | number | null} The answer that a text is, or null where it is none.
 */
export function readAnswer(question, text) {
  if (isNumber(question)) return readNumber(text, question.min, question.max);
  return question.answers.includes(text) ? text : null;
}

/**
 * A number from its text, or null where it is none or out of bounds.
 *
 * @param {string} text
 * @param {number} low
 * @param {number} high
 */
export function readNumber(text, low, high) {
  const value = Number(text);
  return text.trim() && low <= value && value <= high ? value : null;
}
