/** Text for the clipboard of whoever embeds. */

/**
 * Copy a text; where the browser forbids that, select it, so that a key does it. Says
 * whether it was copied.
 *
 * @param {string} text
 * @param {HTMLTextAreaElement} area Where the text is to be selected.
 */
export async function copy(text, area) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area.parentElement?.toggleAttribute("hidden", false);
    area.value = text;
    area.focus();
    area.select();
    return false;
  }
}
