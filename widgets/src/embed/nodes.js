/** Nodes: text with marks, as data. Whatever it holds, nothing in it can become a script. */

/**
 * @typedef {(string | [string, Record<string, string>, ...any])[]} Nodes Plain text, or a tag, its
 *   attributes and the nodes that it holds.
 */

export const TAGS = new Set(
  "a,p,ul,ol,li,code,pre,em,strong,br,hr,small,span,blockquote,h4,table,thead,tbody,tr,th,td".split(","),
);
const SCHEMES = ["https:", "http:", "mailto:"];

/** What may stand in each attribute: of a value that which does, if anything. */
const ATTRIBUTES = new Map(
  /** @type {[string, (value: string) => string][]} */ ([
    ["href", safeAddress],
    ["class", (names) => names.split(" ").filter((name) => /^tw-[a-z-]+$/.test(name)).join(" ")],
    ["title", (words) => words],
    ["start", (number) => (/^\d{1,6}$/.test(number) ? number : "")],
  ]),
);

/**
 * Elements and texts that are harmless; where a mark is not known, what it holds stands without it.
 *
 * @param {Nodes} nodes
 * @returns {(Node | string)[]}
 */
export function build(nodes) {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return node;
    const [tag, attributes, ...inner] = node;
    return TAGS.has(tag) ? element(tag, allowed(attributes), build(inner)) : build(inner);
  });
}

/**
 * Of attributes those that are known, with values that are harmless.
 *
 * @param {Record<string, unknown>} given
 */
export function allowed(given) {
  const found = Object.entries(given).map(([name, value]) => [name, ATTRIBUTES.get(name)?.(`${value}`)]);
  return Object.fromEntries(found.filter(([, value]) => value));
}

/**
 * An absolute address that cannot run anything, or nothing.
 *
 * @param {string} text
 */
export function safeAddress(text) {
  return URL.canParse(text) && SCHEMES.includes(new URL(text).protocol) ? text : "";
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes Those that are empty are left out.
 * @param {(Node | string)[]} children
 */
export function element(tag, attributes, children) {
  const made = document.createElement(tag);
  // An embed never takes the reader away from its host.
  const more = attributes.href ? { target: "_blank", rel: "noopener" } : {};
  for (const [name, value] of Object.entries({ ...attributes, ...more })) {
    if (value) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
