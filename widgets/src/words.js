/** What a script says, in the language of the data that it shows (`words/browser.py`). */

import { escape, Html, shown } from "./html.js";
import { numbersOf } from "./numbers.js";

/**
 * @import { CALCULATOR } from "./english.js"
 *
 * @typedef {string | Record<string, string>} Text One, or by the plural category of its number `n`.
 * @typedef {Record<string, unknown>} Values By the place in braces where each stands.
 * @typedef {typeof CALCULATOR} CalculatorTexts
 * @typedef {ReturnType<typeof wordsOf<CalculatorTexts>>} Words
 */

const PLACE = /\{(\w+)\}/g;

/**
 * @template {{locale: string}} T
 * @param {T} texts
 */
export function wordsOf(texts) {
  const { locale } = texts;
  const plurals = new Intl.PluralRules(locale);
  const numbers = numbersOf(locale);
  /** @param {keyof T} name @param {Values} values */
  const find = (name, values) => {
    const text = /** @type {Text} */ (texts[name]);
    return typeof text === "string" ? text : (text[plurals.select(Number(values.n))] ?? text.other ?? "");
  };
  /** @param {unknown} value Numbers are written as they were entered. */
  const write = (value) => (typeof value === "number" ? numbers.figure(value) : `${value}`);
  return {
    ...numbers,
    /** @param {keyof T} name @param {Values} [values] */
    say: (name, values = {}) => find(name, values).replace(PLACE, (_, place) => write(values[place])),
    /**
     * The same as HTML: values are put in as templates put them in, and what stands between
     * asterisks is bold.
     *
     * @param {keyof T} name
     * @param {Values} [values]
     */
    html: (name, values = {}) =>
      new Html(
        escape(find(name, values))
          .replace(/\*(.+?)\*/g, "<b>$1</b>")
          .replace(PLACE, (_, place) => shown(values[place])),
      ),
    /** @param {string[]} names @param {"conjunction" | "disjunction"} [type] "and" or "or". */
    list: (names, type) => new Intl.ListFormat(locale, { type }).format(names),
  };
}

/**
 * A text in stretches, with values in their places.
 *
 * @template T
 * @param {string} text
 * @param {Record<string, T>} values
 */
export function parts(text, values) {
  return text.split(PLACE).map((part, at) => (at % 2 ? values[part] ?? "" : part));
}
