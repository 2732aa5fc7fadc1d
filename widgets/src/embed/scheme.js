/** Which scheme of colours a text stands in. */

const THEMES = ["light", "dark"];

/** @param {unknown} name The scheme if it is one, else nothing. */
export function schemeNamed(name) {
  return THEMES.find((theme) => theme === name) ?? "";
}

/**
 * The scheme around a text of a colour: dark where the text is light. Empty where that is not known.
 *
 * @param {string} color As browsers write what they computed.
 */
export function schemeAround(color) {
  const [first = NaN, ...others] = [...color.matchAll(/[ (]([\d.]+)/g)].map(([, number]) => Number(number));
  const mean = (first + 2 * (others[0] ?? 0) + (others[1] ?? 0)) / 4;
  if (color.startsWith("rgb")) return schemeOf(mean / 255);
  if (color.startsWith("color(")) return schemeOf(mean);
  if (color.startsWith("ok")) return schemeOf(first);
  return /^l(ab|ch)/.test(color) ? schemeOf(first / 100) : "";
}

/** @param {number} ink How light a text is, up to 1. */
function schemeOf(ink) {
  return ink > 0.5 ? "dark" : "light";
}
