/**
 * Numbers as readers see them: the twin of `words/numbers.py`, held to it by
 * `tests/goldens/numbers.jsonl`.
 */

/** @param {string} locale */
export function numbersOf(locale) {
  /** @param {Intl.NumberFormatOptions} options */
  const writer = (options) => {
    // Making a format takes long, so each is made once. Not every zero is 0.
    const { format } = new Intl.NumberFormat(locale, { useGrouping: true, ...options });
    return (/** @type {number} */ value) => format(value || 0).replace("-", "−");
  };
  const rough = writer({ maximumSignificantDigits: 3 });
  return {
    /** A number as it was entered. */
    figure: writer({ maximumSignificantDigits: 12 }),
    /** A number that was computed, no more exact than it deserves. */
    rough,
    /** The same for an amount of money, with its sign: two decimals or none, unless it is finer. */
    price: (/** @type {number} */ value, /** @type {{before: string, after: string}} */ { before, after }) =>
      (before + rough(value)).replace(/^(.+)−/, "−$1").replace(/\d\D\d$/, "$&0") + after,
    /** A number at an axis. */
    short: writer({ notation: "compact" }),
  };
}
