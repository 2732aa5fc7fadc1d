/**
 * An embed as an element: fetches its data, and shows them in place of what stands within it.
 *
 * That is shown until then, and stays where data that it can show don't come.
 */

import { NAMES, readOptions } from "./options.js";

/** @import { Options } from "./options.js" */

const VERSION = 1;

/** @type {Map<string, Promise<any>>} What was asked for, for all elements that ask for the same. */
const loads = new Map();
/** The addresses of which the console was told that they cannot be shown. */
const told = new Set();

export class Embed extends HTMLElement {
  static observedAttributes = ["src", "integrity", ...NAMES];
  waiting = false;

  /**
   * @param {string} kind Of the data that it can show.
   * @param {(data: any, options: Options) => Node} make
   * @param {CSSStyleSheet} sheet
   */
  constructor(kind, make, sheet) {
    super();
    this.kind = kind;
    this.make = make;
    this.sheet = sheet;
  }

  connectedCallback() {
    this.refresh();
  }

  attributeChangedCallback() {
    this.refresh();
  }

  /** Show what the attributes ask for: once for all that change at a time. */
  async refresh() {
    if (this.waiting) return;
    this.waiting = true;
    await null;
    this.waiting = false;
    const [src = "", integrity = ""] = this.asked();
    if (!src || !this.isConnected) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [this.sheet];
    if (!root.firstChild) root.append(document.createElement("slot"));
    /** @type {Node | undefined} */
    let made;
    try {
      const data = await load(src, integrity);
      if (data.kind !== this.kind || data.version !== VERSION) throw new Error("not of this version");
      made = this.make(data, readOptions((name) => this.getAttribute(name)));
    } catch (error) {
      if (!told.has(src)) console.warn(`Termwise cannot show ${src}:`, error);
      told.add(src);
    }
    if (`${this.asked()}` === `${[src, integrity]}`) {
      root.replaceChildren(made ?? document.createElement("slot"));
    }
  }

  asked() {
    return ["src", "integrity"].map((name) => this.getAttribute(name) ?? "");
  }
}

/** @param {string} css */
export function styleSheet(css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/**
 * @param {string} name
 * @param {CustomElementConstructor} type
 */
export function define(name, type) {
  if (!customElements.get(name)) customElements.define(name, type);
}

/**
 * @param {string} src
 * @param {string} integrity Of what is to come; empty is any.
 */
function load(src, integrity) {
  const key = `${integrity} ${src}`;
  const load = loads.get(key) ?? request(src, integrity);
  loads.set(key, load);
  return load;
}

/**
 * @param {string} src
 * @param {string} integrity
 */
async function request(src, integrity) {
  const answer = await fetch(src, { integrity, credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}
