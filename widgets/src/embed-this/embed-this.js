/**
 * The element `<termwise-embed-this>`: in place of texts to paste, a button that opens a dialog in
 * which they are fitted to what somebody wants. Nothing is fetched before.
 */

import { fill } from "./dialog.js";
import { readOffer } from "./offer.js";

class EmbedThis extends HTMLElement {
  /** @type {((event: MessageEvent) => void) | undefined} */
  listen;

  connectedCallback() {
    const details = this.querySelector("details");
    if (details && !this.querySelector("dialog")) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = details.querySelector("summary")?.textContent ?? "";
      button.ariaHasPopup = "dialog";
      const dialog = document.createElement("dialog");
      dialog.className = "tw-embed-dialog";
      dialog.setAttribute("aria-labelledby", "tw-embed-title");
      dialog.setAttribute("closedby", "any");
      button.onclick = () => {
        if (!this.listen) this.listenTo(fill(dialog, readOffer(details)));
        dialog.showModal();
      };
      details.hidden = true;
      this.append(button, dialog);
    }
    if (this.listen) this.listenTo(this.listen);
  }

  disconnectedCallback() {
    if (this.listen) removeEventListener("message", this.listen);
  }

  /** @param {(event: MessageEvent) => void} listen */
  listenTo(listen) {
    this.listen = listen;
    addEventListener("message", listen);
  }
}

if (!customElements.get("termwise-embed-this")) {
  customElements.define("termwise-embed-this", EmbedThis);
}
