/**
 * The form (`calculator.j2`) at work: takes what is entered, shows what it comes to, and keeps
 * it in the address.
 *
 * All that it knows stands in the form; the result and the link follow from it.
 */

import { billsHtml, evenHtml, linesHtml, totalsHtml } from "./bill.js";
import { copy, plain } from "./copy.js";
import { decide } from "./decide.js";
import { fillForm, readForm, showError, withOwn } from "./entries.js";
import { readLink, writeLink } from "./link.js";
import { outcomeText } from "./outcome.js";
import { changes, openQuestions } from "./probes.js";
import { changesHtml, reasonsHtml, standingHtml } from "./result.js";
import { summary } from "./summary.js";
import { trusted } from "./trusted.js";

/**
 * @import { Html } from "./html.js"
 * @import { Page } from "./page.js"
 */

/** Where the calculator stood that was last taken out of the page, with its link. */
let left = "";

/**
 * @param {HTMLFormElement} form
 * @param {Page} given
 */
export function panel(form, given) {
  const notice = find(".tw-calc-notice");
  const status = find(".tw-calc-status");
  let path = "";
  /** The fragment that holds what is entered. */
  let link = "";
  /** The number whose typing the newest entry of the history holds. */
  let typing = "";
  /** The HTML that stands in each part; what stays the same is not put in again. */
  const shown = new Map();
  form.onsubmit = () => false;
  form.oninput = ({ target }) => {
    const input = /** @type {HTMLInputElement} */ (target);
    if (input.ariaInvalid === "true") showError(input, given);
    update(input.type === "number" ? input.name : "");
  };
  form.onchange = ({ target }) => {
    showError(/** @type {HTMLInputElement} */ (target), given);
    typing = "";
  };
  form.onclick = (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("a, button");
    if (pressed instanceof HTMLButtonElement) press(pressed);
    if (pressed instanceof HTMLAnchorElement && pressed.hash.startsWith("#tw-calc")) {
      event.preventDefault();
      event.stopPropagation(); // The site would follow the link to its fragment.
      find(`${pressed.hash} :checked, input${pressed.hash}`).focus();
    }
  };
  render();

  /** @param {string} selector */
  function find(selector) {
    return /** @type {HTMLInputElement} */ (form.querySelector(selector));
  }

  function compute() {
    const entries = readForm(form, given);
    const page = withOwn(given, entries);
    return { page, entries, outcome: decide(page, entries.answers) };
  }

  function render() {
    const { page, entries, outcome } = compute();
    const { answers } = entries;
    /** @type {Record<string, Html>} */
    const parts = {
      standing: standingHtml(page, outcome, openQuestions(page, answers, outcome)),
      reasons: reasonsHtml(page, outcome),
      changes: changesHtml(page, answers, changes(page, answers, outcome)),
      bills: billsHtml(page, entries, outcome),
      lines: linesHtml(page, entries),
      even: evenHtml(page, entries),
      totals: totalsHtml(page, entries),
    };
    const open = [...form.querySelectorAll("details[open]")].map(({ id }) => id);
    for (const place of form.querySelectorAll("[data-part]")) {
      const text = parts[place.getAttribute("data-part") ?? ""]?.text ?? "";
      if (shown.get(place) !== text) place.innerHTML = trusted(text);
      shown.set(place, text);
    }
    form.querySelectorAll("details").forEach((details) => (details.open = open.includes(details.id)));
    link = writeLink(entries, given);
    const text = outcomeText(page, outcome, answers.size);
    if (status.textContent !== text) status.textContent = text;
  }

  /**
   * Show and keep what the entries come to. Each changed answer is an entry of the history; further
   * digits of a number are not.
   *
   * @param {string} [name] Of the number that is being typed.
   */
  function update(name = "") {
    const before = link;
    render();
    if (link === before) return;
    notice.hidden = true;
    if (EMBEDDED) return;
    const address = location.pathname + location.search + link;
    history[name && name === typing ? "replaceState" : "pushState"](history.state, "", address);
    typing = name;
  }

  /** Enter what the address holds; a fragment that names a heading changes nothing. */
  function restore() {
    const { hash, pathname } = location;
    if (pathname === path && hash !== link && (!hash || readLink(hash, given))) enter(hash);
  }

  /** @param {string} fragment */
  function enter(fragment) {
    const entries = readLink(fragment, given);
    fillForm(form, given, entries);
    typing = "";
    render();
    notice.hidden = !entries?.otherRules;
  }

  /** @param {HTMLButtonElement} button */
  function press(button) {
    const { page, entries, outcome } = compute();
    const address = new URL(page.url, location.href);
    address.hash = link;
    const action = button.value;
    if (action === "link") copy(form, address.href);
    else if (action === "markdown") {
      copy(form, summary(page, entries, outcome, address.href, plain));
    } else if (action === "print") print();
    else if (action === "reset") fillForm(form, given, null);
    else {
      const own = find(`[name="${action}"]`);
      own.value = "";
      own.focus();
      showError(own, given);
    }
    update();
  }

  if (EMBEDDED) return { connect() {}, disconnect() {} };
  return {
    connect() {
      path = location.pathname;
      addEventListener("popstate", restore);
      // Material may put a page in anew when the reader goes to one of its headings.
      if (location.hash && left.startsWith(`${path}#`)) enter(left.slice(path.length));
      restore();
    },
    disconnect() {
      left = path + link;
      removeEventListener("popstate", restore);
    },
  };
}
