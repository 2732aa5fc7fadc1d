/** Embeds as elements: the same that `render/templates/embed.j2` writes for a frame. */

import { ARTICLE } from "../english.js";
import { parts } from "../words.js";
import { build, element, safeAddress } from "./nodes.js";
import { chosen } from "./options.js";

/**
 * @import { Nodes } from "./nodes.js"
 * @import { Options } from "./options.js"
 *
 * @typedef {object} Common What every embed's data hold.
 * @property {string} kind
 * @property {number} version
 * @property {string} title
 * @property {string} url
 * @property {string} lang
 * @property {string} dir
 * @property {{name: string, url: string}} site
 * @property {string | null} as_of
 * @property {string} as_of_label
 * @property {string} due Since when a review is due; empty where none is.
 * @property {Nodes[]} sources
 * @property {typeof ARTICLE} [words] Where they are not English.
 *
 * @typedef {Common & {summary: Nodes, subjects: Subject[], dimensions: Dimension[]}} Table
 * @typedef {{id: string, title: string, url: string}} Subject
 * @typedef {{id: string, name: string, help: Nodes, cells: Nodes[]}} Dimension
 *
 * @typedef {Common & TermWords} Term
 * @typedef {object} TermWords
 * @property {Nodes} definition
 * @property {string[]} aliases
 * @property {string} category
 * @property {string} status
 * @property {{title: string, url: string} | null} replaced_by
 *
 * @typedef {(Node | string | false | null)[]} Parts Those that are nothing are left out.
 */

/**
 * @param {Table} data
 * @param {Options} options
 */
export function table(data, options) {
  const { subjects, dimensions } = data;
  const ids = (/** @type {{id: string}[]} */ things) => things.map(({ id }) => id);
  const columns = chosen(ids(subjects), options.subjects);
  const rows = chosen(ids(dimensions), options.dimensions);
  const shown = subjects.filter(({ id }) => columns.includes(id));
  const head = shown.map(({ id, title, url }) =>
    part("th", { scope: "col", "data-subject-id": id }, link(url, title)),
  );
  const body = dimensions.filter(({ id }) => rows.includes(id)).map(({ id, name, help, cells }) => {
    const about = !options.captions && help.length > 0 && part("span", "tw-help", ...build(help));
    const row = shown.map((subject) =>
      part(
        "td",
        { "data-subject-id": subject.id, "data-subject": subject.title },
        ...build(cells[subjects.indexOf(subject)] ?? []),
      ),
    );
    return part("tr", { "data-dimension-id": id }, part("th", { scope: "row" }, name, about), ...row);
  });
  const corner = part("th", { scope: "col" }, part("span", "tw-hidden", ...say(data, "dimension")));
  const whole = part(
    "table",
    "tw-table",
    part("thead", "", part("tr", "", corner, ...head)),
    part("tbody", "", ...body),
  );
  const region = { class: "tw-scroll", tabindex: "0", role: "region", "aria-label": data.title };
  return article(data, options, summary(data, options), part("div", region, whole));
}

/**
 * @param {Term} data
 * @param {Options} options
 */
export function term(data, options) {
  const { aliases, category, definition, replaced_by: by, status } = data;
  return article(
    data,
    options,
    part("p", "tw-kind", category),
    status === "deprecated" && by && part(
      "p", "tw-replaced", ...say(data, "deprecated", { term: link(by.url, by.title) }),
    ),
    status === "draft" && part("p", "tw-draft", ...say(data, "draft")),
    part("div", "tw-definition", ...build(definition)),
    aliases.length > 0 && part("p", "tw-aliases", ...say(data, "aliases", { names: listed(data, aliases) })),
  );
}

/**
 * What all embeds have around what they are about.
 *
 * @param {Common} data
 * @param {Options} options
 * @param {Parts} body
 */
export function article(data, { theme, density, heading, captions }, ...body) {
  const { as_of: day, due, kind, lang, dir, site, sources, title, url } = data;
  const listed = !captions && sources.length > 0;
  return part(
    "article",
    {
      class: `tw-embed tw-embed-${kind}`,
      lang,
      dir,
      "data-theme": theme,
      "data-density": density,
    },
    heading !== "none" && part("h2", "tw-heading", link(url, heading || title)),
    ...body,
    listed && part(
      "div",
      "tw-sources",
      part("h3", "", ...say(data, "sources")),
      part("ul", "", ...sources.map((source) => part("li", "", ...build(source)))),
    ),
    part(
      "footer",
      "tw-foot",
      day && part("span", "", ...say(data, "as_of", { date: part("time", { datetime: day }, data.as_of_label) })),
      " ",
      due && part("span", "tw-due", ...say(data, "due", { date: due })),
      " ",
      part("span", "", ...say(data, "from", { site: link(url, `${site.name}: ${title}`) })),
    ),
  );
}

/**
 * @param {{summary: Nodes}} data
 * @param {Options} options
 */
export function summary(data, { captions }) {
  return !captions && part("div", "tw-summary", ...build(data.summary));
}

/**
 * A text in stretches, with values in their places.
 *
 * @param {Common} data
 * @param {keyof typeof ARTICLE} name
 * @param {Record<string, Node | string>} [values]
 */
function say({ words }, name, values = {}) {
  return parts((words ?? ARTICLE)[name], values);
}

/** @param {Common} data @param {string[]} names */
function listed(data, [first = "", ...others]) {
  /** @type {(one: string, other: string) => string} */
  const pair = (one, other) => say(data, "comma", { one, other }).join("");
  return others.reduce(pair, first);
}

/** @param {string} url @param {string} words */
function link(url, words) {
  return part("a", { href: safeAddress(url) }, words);
}

/**
 * @param {string} tag
 * @param {string | Record<string, string>} given Attributes, or only a class.
 * @param {Parts} children
 */
function part(tag, given, ...children) {
  const attributes = typeof given === "string" ? { class: given } : given;
  return element(tag, attributes, /** @type {(Node | string)[]} */ (children.filter(Boolean)));
}
