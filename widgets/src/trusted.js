/** HTML for pages that take it only from a policy with a name (Trusted Types). */

/** @typedef {{createHTML: (text: string) => string}} Policy What browsers make of it is not text. */

/** @type {Policy | undefined} */
let policy;

/** @param {string} text HTML of ours: all else in it was escaped or looked through. */
export function trusted(text) {
  return EMBEDDED ? (policy ??= makePolicy()).createHTML(text) : text;
}

/** @returns {Policy} */
function makePolicy() {
  const rules = { createHTML: (/** @type {string} */ text) => text };
  try {
    return /** @type {any} */ (globalThis).trustedTypes?.createPolicy("termwise", rules) ?? rules;
  } catch {
    return rules; // The host forbids the name: then what needs it fails, if anything does.
  }
}
