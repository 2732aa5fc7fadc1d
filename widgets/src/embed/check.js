/** Looks through the HTML of a calculator, which may come from another host, before it is used. */

import { safeAddress, TAGS } from "./nodes.js";
import { trusted } from "../trusted.js";

const FORM_TAGS = "button,details,div,fieldset,form,h2,h3,input,label,legend,summary,textarea".split(",");
const KNOWN = new Set([...TAGS, ...FORM_TAGS]);

const ANY = /^/;
const ID = /^tw-calc-[\w-]+$/;
const IDS = /^(tw-calc-[\w-]+ ?)+$/;

/** What may stand in each attribute; a name or an id of another kind could hide what a form has. */
const ATTRIBUTES = new Map(
  /** @type {[string, RegExp][]} */ ([
    ["aria-describedby", IDS],
    ["autocomplete", /^off$/],
    ["checked", ANY],
    ["class", /^(tw-[a-z-]+ ?)+$/],
    ["data-part", /^[a-z]+$/],
    ["data-search-exclude", ANY],
    ["for", ID],
    ["hidden", ANY],
    ["id", ID],
    ["max", ANY],
    ["min", ANY],
    ["name", /^((q|own)\.[\w-]+|months)$/],
    ["novalidate", ANY],
    ["placeholder", ANY],
    ["readonly", ANY],
    ["rel", /^noopener$/],
    ["role", /^status$/],
    ["rows", ANY],
    ["start", ANY],
    ["step", ANY],
    ["target", /^_blank$/],
    ["title", ANY],
    ["type", /^(button|number|radio)$/],
    ["value", ANY],
  ]),
);

/**
 * What it says of an element that may not be here; nothing where it may.
 *
 * @param {string} tag
 * @param {Iterable<{name: string, value: string}>} attributes
 */
export function problem(tag, attributes) {
  if (!KNOWN.has(tag)) return `<${tag}>`;
  for (const { name, value } of attributes) {
    const fits = name === "href" ? safeAddress(value) : ATTRIBUTES.get(name)?.test(value);
    if (!fits) return `<${tag} ${name}="${value}">`;
  }
  return "";
}

/**
 * HTML as elements that are not yet at work, whose links leave the reader's page where it is.
 *
 * @param {unknown} html
 */
export function checked(html) {
  const template = document.createElement("template");
  template.innerHTML = trusted(String(html));
  for (const element of template.content.querySelectorAll("*")) {
    const found = problem(element.localName, element.attributes);
    if (found) throw new Error(`not allowed here: ${found}`);
    if (element.localName === "a") {
      element.setAttribute("target", "_blank");
      element.setAttribute("rel", "noopener");
    }
  }
  return template;
}

const READY = ["link", "help", "cite", "because"];

/**
 * The data of a calculator with every text in it that is ready HTML looked through.
 *
 * @template T
 * @param {T} data
 * @returns {T}
 */
export function checkedData(data) {
  return JSON.parse(JSON.stringify(data), (name, value) =>
    READY.includes(name) ? checked(value).innerHTML : value,
  );
}
