/** The preview: the frame that is offered, as a host's page would have it, at its full height. */

import { heightIn, originOf } from "../embed/message.js";
import { parsed } from "./offer.js";

/** How long nothing is to change before it is shown, in milliseconds. */
const REST = 250;

/**
 * @param {HTMLElement} place
 * @param {() => void} measured Called when the height is known.
 */
export function preview(place, measured) {
  /** @type {HTMLIFrameElement | null} */
  let frame = null;
  let shown = "";
  let height = 0;
  let timer = 0;

  /** @param {MessageEvent} event */
  function listen({ data, origin, source }) {
    const found = heightIn(data);
    if (!found || !frame || source !== frame.contentWindow) return;
    if (origin !== originOf(frame.src, frame.getAttribute("sandbox"))) return;
    height = found;
    frame.style.height = `${height}px`;
    measured();
  }

  /** @param {string} text */
  function put(text) {
    const made = parsed(text);
    if (!(made instanceof HTMLIFrameElement) && made?.localName !== "iframe") return;
    // A new one each time: to lead the old one elsewhere would be a step in the reader's history.
    const next = /** @type {HTMLIFrameElement} */ (document.importNode(made, true));
    next.style.height = frame?.style.height ?? "";
    frame?.remove();
    place.append(next);
    frame = next;
  }

  return {
    listen,
    /** How high the frame is at a width that says something of a host's page; else 0. */
    height() {
      return frame && (frame.width !== "100%" || frame.clientWidth > 600) ? height : 0;
    },
    /**
     * @param {string} text The frame to paste.
     * @param {string} theme
     */
    show(text, theme) {
      place.dataset.theme = theme;
      if (text === shown) return;
      height = 0;
      clearTimeout(timer);
      timer = setTimeout(() => put(text), shown ? REST : 0);
      shown = text;
    },
  };
}
