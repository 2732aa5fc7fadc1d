/** The form of the dialog: what can be chosen, and what was. */

import { html } from "../html.js";

/**
 * @import { Html } from "../html.js"
 * @import { Offer } from "./offer.js"
 *
 * @typedef {{id: string, title?: string, name?: string}} Choosable A column or a row.
 */

/** What `captions` leaves out of each kind. */
const CAPTIONS = /** @type {Record<string, string>} */ ({
  table: "Summary, explanations and sources",
  term: "Sources",
  calculator: "Summary and sources",
});

/** How wide a frame may be asked to be, in pixels. */
const NARROWEST = 200;
const WIDEST = 2000;

/** What the preview does not show, by the way of embedding. */
export const NOTES = /** @type {Record<string, string>} */ ({
  element:
    "Here it stands in a frame. On your page it takes the font around it, and colours that you set as --termwise-… properties.",
});

/** @param {Offer} offer */
export function formHtml({ kind, pinned, title, files, guide }) {
  return html`<form novalidate>
    <header>
      <h2 id="tw-embed-title">Embed “${title}”</h2>
      <button type="button" value="close">Close</button>
    </header>
    <div class="tw-embed-choices">
      ${choice("What you paste", [
        radio("way", "frame", "A frame", "Needs no script. Its height stays as you paste it.", true),
        radio("way", "fit", "A frame that fits its height", "A small script keeps it as high as what is in it."),
        radio("way", "element", "An element of your page", "A script shows it in your page’s font, and in colours that you can set."),
      ])}
      ${pinned && choice("What it shows", [
        radio("address", "moving", "Always the newest", "What changes here changes on your page.", true),
        radio("address", "pinned", "What stands here now", "This address never shows anything else; where a script is pasted, browsers check it."),
      ])}
      ${choice("How it looks", [
        html`<label>Colours <select name="theme">
          <option value="">Like the page around it</option>
          <option value="light">Light</option>
          <option value="dark">Dark</option>
        </select></label>
        <label>Heading <select name="heading">
          <option value="">Its title</option>
          <option value="none">None</option>
          <option value="own">Words of yours</option>
        </select></label>
        <label hidden>Your heading <input name="words" maxlength="200" autocomplete="off"></label>
        <label>Width in pixels <input type="number" name="width" min="${NARROWEST}" max="${WIDEST}" placeholder="all there is" autocomplete="off"></label>`,
        check("captions", "show", CAPTIONS[kind], true),
        check("density", "compact", "Less space between lines"),
        kind === "table" && check("whole", "yes", "The whole table for where no script runs"),
      ])}
      <div data-part="columns"></div>
    </div>
    <div class="tw-embed-result">
      <h3>Preview</h3>
      <div class="tw-embed-preview" tabindex="0" role="region" aria-label="Preview"></div>
      <p class="tw-embed-note"></p>
      <label>To paste <textarea name="snippet" rows="6" readonly></textarea></label>
      <p class="tw-embed-actions"><button type="button" value="copy">Copy</button>${guide && html`<a href="${guide}">How to embed</a>`}</p>
      <p role="status"></p>
      <h3>${kind === "table" ? "The table itself" : "Its data"}</h3>
      <p class="tw-embed-actions">${files.map(
        ({ label, href }, at) => html`<span><button type="button" value="${at}">Copy as ${label}</button> <a href="${href}" aria-label="${label} file">file</a></span>`,
      )}</p>
      <label hidden>To copy from here <textarea name="file" rows="6" readonly></textarea></label>
    </div>
  </form>`;
}

/**
 * The columns and rows of a table.
 *
 * @param {Choosable[]} subjects
 * @param {Choosable[]} dimensions
 */
export function columnsHtml(subjects, dimensions) {
  /** @param {string} name @param {Choosable[]} all */
  const boxes = (name, all) => all.map((each) => check(name, each.id, each.title ?? each.name, true));
  return html`${choice("Columns", boxes("subjects", subjects))}${choice("Rows", boxes("dimensions", dimensions))}`;
}

/**
 * What is chosen.
 *
 * @param {HTMLFormElement} form
 */
export function readForm(form) {
  const data = new FormData(form);
  /** @param {string} name */
  const text = (name) => String(data.get(name) ?? "");
  /** @param {string} name Of boxes; all of them ticked is as good as no choice. */
  const some = (name) => {
    const ids = data.getAll(name);
    return ids.length < form.querySelectorAll(`[name=${name}]`).length ? ids.join() : "";
  };
  const way = text("way");
  const ownHeading = text("heading") === "own";
  const width = way === "frame" ? Number(text("width")) : 0;
  /** @type {Record<string, string>} */
  const options = {
    theme: text("theme"),
    density: text("density"),
    heading: ownHeading ? text("words").trim() : text("heading"),
    captions: text("captions") ? "" : "none",
    subjects: some("subjects"),
    dimensions: some("dimensions"),
  };
  return {
    way,
    options,
    ownHeading,
    width: width && Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))),
    /** Whether its height may be another than that of the page's own offer. */
    changed: !!width || Object.values(options).some(Boolean),
    pinned: text("address") === "pinned",
    whole: way === "element" && text("whole"),
  };
}

/**
 * @param {string} legend
 * @param {(Html | string | false)[]} controls
 */
function choice(legend, controls) {
  return html`<fieldset><legend>${legend}</legend>${controls}</fieldset>`;
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} label
 * @param {string} about
 */
function radio(name, value, label, about, checked = false) {
  return html`<label class="tw-embed-pick"><input type="radio" name="${name}" value="${value}" ${checked && "checked"}><span>${label}<small>${about}</small></span></label>`;
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string | undefined} label
 */
function check(name, value, label, checked = false) {
  return html`<label class="tw-embed-pick"><input type="checkbox" name="${name}" value="${value}" ${checked && "checked"}><span>${label}</span></label>`;
}
