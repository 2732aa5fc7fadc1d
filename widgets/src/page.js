/** What the page gives to its calculator, as JSON beside the fallback. */

import { wordsOf } from "./words.js";

/**
 * @import { Assumption, Program, Rule } from "./decide.js"
 * @import { Question } from "./questions.js"
 * @import { CalculatorTexts, Words as Said } from "./words.js"
 *
 * @typedef {object} Data Names that are `link`, `help`, `cite` or `because` are ready HTML; all
 *   else is plain text. Each list runs beside its list in the program.
 * @property {string} id
 * @property {string} title
 * @property {string} url Where the page stands; empty is here.
 * @property {Program} program
 * @property {{title: string, link: string}[]} options
 * @property {QuestionWords[]} questions
 * @property {{label: string, unit: string, cite: string}[]} assumptions
 * @property {{because: string}[]} rules
 * @property {(CostWords | null)[]} costs
 * @property {{before: string, after: string}} money
 * @property {number} max_months
 * @property {{label: string, unit: string} | null} over
 * @property {CalculatorTexts} words What the calculator says.
 *
 * @typedef {{ask: string, help: string, unit: string, labels: string[]}} QuestionWords
 * @typedef {{once: string[], per_month: string[]}} CostWords
 *
 * @typedef {object} Words What a program lacks.
 * @property {string} id
 * @property {string} title
 * @property {string} url
 * @property {Data["options"]} options
 * @property {(Question & QuestionWords)[]} questions
 * @property {(Assumption & Data["assumptions"][number])[]} assumptions
 * @property {(Rule & Data["rules"][number])[]} rules
 * @property {Data["costs"]} lines
 * @property {Data["money"]} money
 * @property {number} max_months
 * @property {Data["over"]} volume
 *
 * @typedef {Omit<Program, keyof Words> & Words & Said} Page A program with its words, which runs as the program does.
 */

/**
 * @param {Element} element
 * @returns {Page | undefined}
 */
export function readPage(element) {
  // Not in a <script>: Material runs those of a page that it puts in without a full load.
  const source = /** @type {HTMLTemplateElement?} */ (element.querySelector(".tw-decision-data"));
  return source ? joined(JSON.parse(source.content.textContent ?? "")) : undefined;
}

/**
 * Each thing of the program together with its words.
 *
 * @param {Data} data
 * @returns {Page}
 */
export function joined({ program, costs, over, words, ...data }) {
  return {
    ...data,
    ...program,
    ...wordsOf(words),
    options: data.options,
    questions: beside(program.questions, data.questions),
    assumptions: beside(program.assumptions, data.assumptions),
    rules: beside(program.rules, data.rules),
    lines: costs,
    volume: over,
  };
}

/**
 * The id of the control of a question or an assumption, which share their names.
 *
 * @param {Page} page
 * @param {string} id
 */
export function anchor(page, id) {
  return `tw-calc-${page.id}-${id}`;
}

/**
 * @param {Page} page
 * @param {string | null} wanted
 */
export function questionOf({ questions }, wanted) {
  return questions.find(({ id }) => id === wanted);
}

/**
 * @template A, B
 * @param {A[]} things
 * @param {B[]} words
 */
function beside(things, words) {
  return things.map((thing, at) => /** @type {A & B} */ ({ ...words[at], ...thing }));
}
