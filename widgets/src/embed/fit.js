/**
 * On a host's page: gives each frame of our embeds the height of what stands in it, and the colours
 * of what it stands in.
 *
 * Frames may come and go at any time; it listens to them and keeps hold of none.
 */

import { heightIn, originOf, question } from "./message.js";
import { schemeAround, schemeNamed } from "./scheme.js";

const EDGES = /** @type {const} */ (["borderTopWidth", "borderBottomWidth", "paddingTop", "paddingBottom"]);

/** Where all our embeds stand: the folder around that of this script. */
const home = new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;

addEventListener("message", ({ source, origin, data }) => {
  const height = heightIn(data);
  const frame = height && frames().find(({ contentWindow }) => contentWindow === source);
  if (frame && origin === originOf(frame.src, frame.getAttribute("sandbox"))) {
    color(frame);
    fit(frame, height);
  }
});
addEventListener("transitionend", ({ target }) => frames().filter((frame) => frame === target).forEach(color));
frames().forEach((frame) => ask(frame));

function frames() {
  return [...document.querySelectorAll("iframe")].filter(({ src }) => src.startsWith(home));
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {string} [theme]
 */
function ask({ contentWindow }, theme) {
  contentWindow?.postMessage(question(theme), "*");
}

/**
 * Have a frame in the scheme that it asks for, or else in that of the text around it; one of another
 * scheme than what is in it is painted on an opaque box.
 *
 * @param {HTMLIFrameElement} frame
 */
function color(frame) {
  const asked = new URL(frame.src).searchParams.get("theme");
  const theme = schemeNamed(asked) || schemeAround(getComputedStyle(frame).color);
  if (!theme || frame.style.colorScheme === theme) return;
  set(frame, "color-scheme", theme);
  // Nothing is seen of this, but it says when the colour of the text changes.
  set(frame, "transition", "color 1ms");
  ask(frame, theme);
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {number} height
 */
function fit(frame, height) {
  const style = getComputedStyle(frame);
  const whole = EDGES.reduce((sum, edge) => sum + parseFloat(style[edge]), height);
  if (Math.abs(parseFloat(frame.style.height) - whole) < 1) return;
  const width = frame.offsetWidth;
  set(frame, "box-sizing", "border-box");
  set(frame, "width", "100%");
  set(frame, "height", `${whole}px`);
  // What is far from the reader's eyes takes its new width, and says its height, only when asked to.
  if (frame.offsetWidth !== width) ask(frame);
}

/**
 * @param {HTMLIFrameElement} frame
 * @param {string} name
 * @param {string} value
 */
function set(frame, name, value) {
  frame.style.setProperty(name, value, "important");
}
