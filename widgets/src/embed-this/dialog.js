/** The dialog: choices, what they look like, and what to paste. */

import { copy } from "./copy.js";
import { columnsHtml, formHtml, readForm } from "./form.js";
import { preview } from "./preview.js";
import { snippet } from "./snippet.js";
import { wholeTable } from "./whole.js";

/** @import { Offer } from "./offer.js" */

/**
 * Fill an empty dialog, and set it to work.
 *
 * @param {HTMLDialogElement} dialog
 * @param {Offer} offer
 * @returns {(event: MessageEvent) => void} To be given what other windows say, from now on.
 */
export function fill(dialog, offer) {
  dialog.innerHTML = formHtml(offer).text;
  const form = /** @type {HTMLFormElement} */ (dialog.firstElementChild);
  const area = find("[name=snippet]", HTMLTextAreaElement);
  const fileArea = find("[name=file]", HTMLTextAreaElement);
  const status = find("[role=status]", HTMLElement);
  const seen = preview(find(".tw-embed-preview", HTMLElement), () => (area.value = composed()));
  /** The table as HTML, once somebody has asked for it. */
  let table = "";

  form.onsubmit = () => false;
  form.oninput = ({ target }) => {
    status.textContent = "";
    if (target instanceof HTMLInputElement) keepOne(target);
    update();
  };
  form.onclick = ({ target }) => {
    const pressed = /** @type {Element} */ (target).closest("button");
    if (pressed) press(pressed.value);
  };
  // What is typed here is not for the site, which has keys of its own.
  dialog.onkeydown = (event) => event.stopPropagation();
  update();
  if (offer.kind === "table") addColumns();
  return seen.listen;

  /**
   * @template {Element} T
   * @param {string} selector
   * @param {new () => T} _kind
   */
  function find(selector, _kind) {
    return /** @type {T} */ (form.querySelector(selector));
  }

  async function addColumns() {
    const data = await read(offer.data);
    if (!data) return;
    const { subjects, dimensions } = JSON.parse(data);
    find("[data-part=columns]", HTMLElement).innerHTML = columnsHtml(offer, subjects, dimensions).text;
  }

  /** @param {string} address What stands there, or nothing. */
  async function read(address) {
    const answer = await fetch(address).catch(() => null);
    return answer?.ok ? answer.text() : "";
  }

  /** @param {HTMLInputElement} box A table has a column and a row at least. */
  function keepOne(box) {
    const word = /** @type {const} */ ({ subjects: "one_column", dimensions: "one_row" })[box.name];
    if (!word || form.querySelector(`[name=${box.name}]:checked`)) return;
    box.checked = true;
    status.textContent = offer.say(word);
  }

  async function update() {
    const { way, whole, options, ownHeading } = readForm(form);
    /** @param {string} name @param {boolean} is */
    const useful = (name, is) => form.querySelector(`label:has(> [name=${name}])`)?.toggleAttribute("hidden", !is);
    useful("words", ownHeading);
    useful("width", way === "frame");
    useful("whole", way === "element");
    find(".tw-embed-note", HTMLElement).textContent = way === "element" ? offer.say("element_note") : "";
    area.value = composed();
    seen.show(composed("frame"), options.theme ?? "");
    if (whole && !table) {
      table = await read(offer.files.find(({ label }) => label === "HTML")?.href ?? "");
      area.value = composed();
    }
  }

  /** What to paste, in the chosen way or in another. */
  function composed(way = "") {
    const { pinned, whole, ...choice } = readForm(form);
    /** @param {string} name */
    const ticked = (name) =>
      [...form.querySelectorAll(`[name=${name}]`)].map((box) => box.matches(":checked"));
    return snippet((pinned && offer.pinned) || offer.moving, {
      ...choice,
      way: way || choice.way,
      height: way || !choice.changed ? 0 : seen.height(),
      fallback: whole ? wholeTable(table, ticked("subjects"), ticked("dimensions")) : "",
    });
  }

  /** @param {string} value Of a button: what it does, or which file it copies. */
  async function press(value) {
    if (value === "close") return dialog.close();
    if (value === "copy") {
      status.textContent = await copied(area.value, area);
      return;
    }
    const text = await read(offer.files[Number(value)]?.href ?? "");
    status.textContent = text ? await copied(text, fileArea) : offer.say("unread");
  }

  /** @param {string} text @param {HTMLTextAreaElement} place What came of it. */
  async function copied(text, place) {
    return offer.say((await copy(text, place)) ? "copied" : "not_copied");
  }
}
