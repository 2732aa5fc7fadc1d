/** The element `<termwise-calculator>`: a form at work, over what the page says without scripts. */

import { readPage } from "./page.js";
import { panel } from "./panel.js";

class Calculator extends HTMLElement {
  /** @type {ReturnType<typeof panel> | undefined} */
  panel;

  connectedCallback() {
    const page = readPage(this);
    const template = /** @type {HTMLTemplateElement?} */ (this.querySelector(".tw-decision-form"));
    const source = template?.content.querySelector("form");
    if (page && source && !this.panel) {
      this.querySelector("form")?.remove();
      const form = document.importNode(source, true);
      this.panel = panel(form, page);
      this.prepend(form);
      this.querySelectorAll("[data-replaced]").forEach((part) => part.toggleAttribute("hidden", true));
    }
    this.panel?.connect();
  }

  disconnectedCallback() {
    this.panel?.disconnect();
  }
}

if (!customElements.get("termwise-calculator")) {
  customElements.define("termwise-calculator", Calculator);
}
