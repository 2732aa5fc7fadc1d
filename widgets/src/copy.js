/** Text for the reader's clipboard. */

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
  navigator.clipboard?.writeText(text).catch(() => {});
}

/** @param {string} html Ready HTML, as plain text without the citations that it hides. */
export function plain(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  template.content.querySelectorAll(".tw-cite").forEach((cite) => cite.remove());
  return template.content.textContent ?? "";
}
