/** The elements `<termwise-table>` and `<termwise-term>`. */

import { table, term } from "./article.js";
import { define, Embed, styleSheet } from "./element.js";
import css from "./embed.css";

const sheet = styleSheet(css);

define(
  "termwise-table",
  class extends Embed {
    constructor() {
      super("table", table, sheet);
    }
  },
);
define(
  "termwise-term",
  class extends Embed {
    constructor() {
      super("term", term, sheet);
    }
  },
);
