/** What stands in the form, and how it gets there. */

import { readEntries } from "./link.js";
import { readNumber } from "./questions.js";

/**
 * @import { Entries } from "./link.js"
 * @import { Page } from "./page.js"
 */

/**
 * What is entered and allowed; all else counts as not entered.
 *
 * @param {HTMLFormElement} form
 * @param {Page} page
 */
export function readForm(form, page) {
  return readEntries(page, (name) => control(form, name)?.value ?? "");
}

/**
 * Put entries into the form, in place of what stands there.
 *
 * @param {HTMLFormElement} form
 * @param {Page} page
 * @param {Entries | null} entries
 */
export function fillForm(form, page, entries) {
  form.reset();
  /** @param {string} name @param {string | number} value */
  const fill = (name, value) => {
    const found = control(form, name);
    if (found) found.value = `${value}`;
  };
  entries?.answers.forEach((answer, id) => fill(`q.${id}`, answer));
  entries?.own.forEach((value, id) => fill(`own.${id}`, value));
  if (entries) fill("months", entries.months);
  form.querySelectorAll("input").forEach((input) => showError(input, page));
}

/**
 * Say at a number whether it is one that is allowed.
 *
 * @param {HTMLInputElement} input
 * @param {Page} page
 */
export function showError(input, page) {
  const { type, validity, value, min, max, nextElementSibling: place } = input;
  if (type !== "number" || !place) return;
  const [low, high] = [Number(min), Number(max)];
  const wrong = validity.badInput || (value && readNumber(value, low, high) === null);
  place.textContent = wrong ? page.say("wrong", { low, high }) : "";
  input.ariaInvalid = `${!!wrong}`;
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function control(form, name) {
  return /** @type {HTMLInputElement | RadioNodeList | null} */ (form.elements.namedItem(name));
}

/**
 * The page with the reader's own numbers and horizon in place of the assumptions, so that rules
 * that test a quantity agree with the costs that are shown.
 *
 * @param {Page} page
 * @param {Entries} entries
 * @returns {Page}
 */
export function withOwn(page, { own, months }) {
  const assumptions = page.assumptions.map((assumption) => {
    const value = own.get(assumption.id);
    return value === undefined ? assumption : { ...assumption, range: /** @type {const} */ ([value, value, value]) };
  });
  return { ...page, assumptions, horizon: months };
}
