/**
 * The reader's entries as the fragment of a link:
 * `#q=documents:yes,volume:50000&own=price:2.5&months=24&rules=4661f7b9`.
 *
 * Everything goes by its id, so that a link outlives questions that come and go. Entries that
 * today's rules don't know or allow are dropped, the others kept.
 */

import { readAnswer, readNumber } from "./questions.js";

/**
 * @import { Program } from "./decide.js"
 * @import { Page } from "./page.js"
 *
 * @typedef {object} Entries What the reader entered.
 * @property {Map<string, string | number>} answers
 * @property {Map<string, number>} own Numbers in place of assumptions.
 * @property {number} months
 */

/** The most that may stand in place of an assumption, as calculator.html.j2 says at its input. */
const MOST = 1e12;

/**
 * The fragment, or nothing where nothing was entered.
 *
 * @param {Entries} entries
 * @param {Program} program
 */
export function writeLink({ answers, own, months }, program) {
  const parts = [
    ["q", pairs(answers)],
    ["own", pairs(own)],
    ["months", months === program.horizon ? "" : String(months)],
  ].filter(([, value]) => value);
  if (!parts.length) return "";
  return `#${[...parts, ["rules", program.version]].map((part) => part.join("=")).join("&")}`;
}

/**
 * What a fragment enters, and whether other rules were in force; null where it is no such link.
 *
 * @param {string} fragment
 * @param {Page} page
 */
export function readLink(fragment, page) {
  const parts = split(decode(fragment).slice(1), "&", "=");
  const rules = parts.get("rules");
  if (!rules) return null;
  const entries = readEntries(page, (name) => {
    const [key = "", id] = name.split(".");
    const part = parts.get(key);
    return (id ? split(part, ",", ":").get(id) : part) ?? "";
  });
  return { ...entries, otherRules: rules !== page.version };
}

/**
 * What is entered and allowed; all else counts as not entered.
 *
 * @param {Page} page
 * @param {(name: string) => string} textOf The text of a control: `q.<id>`, `own.<id>`, `months`.
 * @returns {Entries}
 */
export function readEntries(page, textOf) {
  const answers = new Map();
  const own = new Map();
  for (const question of page.questions) {
    const answer = readAnswer(question, textOf(`q.${question.id}`));
    if (answer !== null) answers.set(question.id, answer);
  }
  for (const { id, range } of page.assumptions) {
    const value = readNumber(textOf(`own.${id}`), least(range), MOST);
    if (value !== null) own.set(id, value);
  }
  const months = readNumber(textOf("months"), 1, page.max_months) ?? page.horizon;
  return { answers, own, months };
}

/** @param {readonly (number | null)[]} range The least that may stand in place of an assumption. */
function least([low]) {
  return (low ?? 0) < 0 ? -MOST : 0;
}

/** @param {Map<string, string | number>} entries */
function pairs(entries) {
  return [...entries].map((entry) => entry.join(":")).join();
}

/**
 * @param {string | undefined} text
 * @param {string} between
 * @param {string} within
 */
function split(text = "", between, within) {
  return new Map(text.split(between).map((part) => /** @type {[string, string]} */ (part.split(within))));
}

/** @param {string} text Some mail programs write `:` and `,` as `%3A` and `%2C`. */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
