/** What a frame and its host say to each other, and whom they believe. */

const LEAST = 40;
/** The longest calculator with all its details open, on the smallest phone, needs 30,000. */
const MOST = 32_000;

/**
 * What the host's script says to a frame: in which scheme the frame stands, where that is known, and
 * that it say its height, which it may have said before the script was there.
 */
export function question(theme = "") {
  return { termwise: "fit", theme };
}

/** @param {number} height */
export function heightMessage(height) {
  return { termwise: "height", height };
}

/**
 * The height that a message asks for, within bounds, or null where it asks for none.
 *
 * @param {unknown} message
 */
export function heightIn(message) {
  const { termwise, height } = Object(message);
  if (termwise !== "height" || !Number.isFinite(height)) return null;
  return Math.min(MOST, Math.max(LEAST, Math.ceil(height)));
}

/**
 * The origin that a frame's messages have.
 *
 * @param {string} src
 * @param {string | null} sandbox
 */
export function originOf(src, sandbox) {
  const opaque = sandbox !== null && !/(^|\s)allow-same-origin(\s|$)/i.test(sandbox);
  return opaque ? "null" : new URL(src).origin;
}

/**
 * Whether a message to a frame asks for its height: ours, or that of WordPress.
 *
 * @param {unknown} message
 */
export function asksForHeight(message) {
  const { termwise, message: kind } = Object(message);
  return termwise === "fit" || kind === "ready";
}

/**
 * What WordPress wants to hear of a height, if it is what opened the frame.
 *
 * @param {string} fragment Of the frame's address.
 * @param {number} value
 */
export function messageForWordPress(fragment, value) {
  const secret = /^#\?secret=([A-Za-z0-9]+)$/.exec(fragment)?.[1];
  return secret && { message: "height", value, secret };
}
