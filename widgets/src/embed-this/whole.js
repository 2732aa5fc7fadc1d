/** The whole table as HTML, for an element to show where its script does not run. */

/**
 * The table less the columns and rows that are not chosen. It is only read here and written out
 * again: nothing in it is shown, or does anything.
 *
 * @param {string} html
 * @param {boolean[]} columns Whether each is chosen, in the table's order.
 * @param {boolean[]} rows
 */
export function wholeTable(html, columns, rows) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  body.querySelectorAll("tbody tr").forEach((row, at) => rows[at] === false && row.remove());
  for (const row of body.querySelectorAll("tr")) {
    [...row.children].forEach((cell, at) => columns[at - 1] === false && cell.remove());
  }
  return body.innerHTML.trim();
}
