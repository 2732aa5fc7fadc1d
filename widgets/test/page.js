/** A document for tests: as much of one as embeds are made with, that can be read as HTML. */

const EMPTY = ["br", "hr"];

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

class Element {
  /** @param {string} tag */
  constructor(tag) {
    this.tag = tag;
    this.attributes = new Map();
    /** @type {(Element | string)[]} */
    this.children = [];
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  append(...children) {
    this.children.push(...children);
  }

  toString() {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escape(value)}"`);
    const end = EMPTY.includes(this.tag) ? "" : `</${this.tag}>`;
    return `<${this.tag}${attributes.join("")}>${htmlOf(this.children)}${end}`;
  }
}

/** @param {unknown} nodes */
export function htmlOf(nodes) {
  return [nodes].flat().map((node) => (typeof node === "string" ? escape(node) : `${node}`)).join("");
}

globalThis.document = { createElement: (tag) => new Element(tag) };
