/** Text for the reader's clipboard. */

import { trusted } from "./trusted.js";

/**
 * Copy a text, and show it, in case the browser does not let us copy it.
 *
 * @param {HTMLFormElement} form
 * @param {string} text
 */
export function copy(form, text) {
  const area = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
  area.parentElement?.toggleAttribute("hidden", false);
  area.value = text;
  area.select();
  // A frame may not use the clipboard but in this way, and says so on the console where it tries.
  if (EMBEDDED && document.execCommand("copy")) return;
  navigator.clipboard?.writeText(text).catch(() => {});
}

/** @param {string} html Ready HTML, as plain text without the citations that it hides. */
export function plain(html) {
  const template = document.createElement("template");
  template.innerHTML = trusted(html);
  template.content.querySelectorAll(".tw-cite").forEach((cite) => cite.remove());
  return template.content.textContent ?? "";
}
