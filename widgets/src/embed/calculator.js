/**
 * The element `<termwise-calculator>` on pages of others: in our frame, where its data and its form
 * stand within it, or on the host's own page, where it fetches them.
 *
 * It leaves the address and the history of the page alone; its links lead to the glossary's page.
 */

import { fillForm } from "../entries.js";
import { readLink } from "../link.js";
import { joined } from "../page.js";
import { panel } from "../panel.js";
import { article, summary } from "./article.js";
import { checked, checkedData } from "./check.js";
import { define, Embed, styleSheet } from "./element.js";
import calculatorCss from "./calculator.css";
import css from "./embed.css";

/**
 * @import { Data, Page } from "../page.js"
 * @import { Common } from "./article.js"
 * @import { Nodes } from "./nodes.js"
 * @import { Options } from "./options.js"
 *
 * @typedef {Common & {summary: Nodes, form: string, data: Data}} Calculator
 */

const sheet = styleSheet(css + calculatorCss);

// So that it is what it comes to where it is set, as sizes in rem are, and not anew in each part.
try {
  CSS.registerProperty({ name: "--tw-rem", syntax: "<length>", inherits: true, initialValue: "20px" });
} catch {
  // It is registered already, by another version of this script.
}

define(
  "termwise-calculator",
  class extends Embed {
    /** @type {{data: Calculator, form: HTMLFormElement} | undefined} What was entered stays in it. */
    made;

    constructor() {
      super("calculator", (data, options) => this.around(data, options), sheet);
    }

    connectedCallback() {
      if (this.hasAttribute("src")) super.connectedCallback();
      else if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => this.fill());
      else this.fill();
    }

    /** Put the form that stands in the page in place of all that does. */
    fill() {
      const [data, form] = ["data", "form"].map((name) => {
        return /** @type {HTMLTemplateElement?} */ (this.querySelector(`.tw-decision-${name}`));
      });
      if (!data || !form) return;
      const words = JSON.parse(data.content.textContent ?? "");
      this.replaceChildren(atWork(words, checked(form.innerHTML).content, location.hash));
    }

    /**
     * @param {Calculator} data
     * @param {Options} options
     */
    around(data, options) {
      if (this.made?.data !== data) {
        this.made = { data, form: atWork(data.data, checked(data.form).content) };
      }
      return article(data, options, summary(data, options), this.made.form);
    }
  },
);

/**
 * @param {Data} data
 * @param {DocumentFragment} source
 * @param {string} [fragment] With answers to begin with.
 */
function atWork(data, source, fragment = "") {
  const page = joined(checkedData(data));
  const form = /** @type {HTMLFormElement} */ (document.importNode(source, true).querySelector("form"));
  // In a frame it is not allowed, and elsewhere it would print the host's page.
  form.querySelector('[value="print"]')?.remove();
  fold(form, page);
  begin(form, page, fragment);
  panel(form, page);
  return form;
}

/**
 * Fold up all but the questions and who leads, since the calculator is a guest in a text.
 *
 * @param {HTMLFormElement} form
 * @param {Page} page
 */
function fold(form, page) {
  const result = /** @type {Element} */ (form.querySelector(".tw-calc-result"));
  const details = document.createElement("details");
  const words = document.createElement("summary");
  details.id = "tw-calc-more";
  words.textContent = page.say("more");
  result.replaceWith(details);
  details.append(words, result);
}

/**
 * @param {HTMLFormElement} form
 * @param {Page} page
 * @param {string} fragment
 */
function begin(form, page, fragment) {
  const whole = fragment.includes("rules=") ? fragment : `${fragment}&rules=${page.version}`;
  const entries = fragment.startsWith("#q=") ? readLink(whole, page) : null;
  if (!entries) return;
  fillForm(form, page, entries);
  form.querySelector(".tw-calc-notice")?.toggleAttribute("hidden", !entries.otherRules);
}
