/** HTML as a template: whatever is put in is escaped, unless it is HTML already. */

/** HTML that is ready to stand in a page. */
export class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** @param {string | undefined} text HTML that the site's build made. */
export function ready(text = "") {
  return new Html(text);
}

/**
 * The tag of templates. Lists are put in one after the other; nothing and false are left out.
 *
 * @param {TemplateStringsArray} strings
 * @param {unknown[]} values
 */
export function html(strings, ...values) {
  return new Html(strings.map((part, at) => (at ? shown(values[at - 1]) : "") + part).join(""));
}

/** @param {unknown} text Plain text for use in HTML, in an attribute as well. */
export function escape(text) {
  return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * What is put into a template, as HTML.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function shown(value) {
  if (Array.isArray(value)) return value.map(shown).join("");
  if (value instanceof Html) return value.text;
  return value || value === 0 ? escape(value) : "";
}
