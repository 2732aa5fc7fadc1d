/** The form of the dialog: what can be chosen, and what was. */

import { html } from "../html.js";

/**
 * @import { Html } from "../html.js"
 * @import { Offer } from "./offer.js"
 *
 * @typedef {{id: string, title?: string, name?: string}} Choosable A column or a row.
 */

/** How wide a frame may be asked to be, in pixels. */
const NARROWEST = 200;
const WIDEST = 2000;

/** @param {Offer} offer */
export function formHtml({ kind, pinned, title, files, guide, say }) {
  /** @param {string} name @param {"frame" | "fit" | "element" | "moving" | "pinned"} value */
  const radio = (name, value, checked = false) =>
    html`<label class="tw-embed-pick"><input type="radio" name="${name}" value="${value}" ${checked && "checked"}><span>${say(value)}<small>${say(`${value}_about`)}</small></span></label>`;
  return html`<form novalidate>
    <header>
      <h2 id="tw-embed-title">${say("title", { title })}</h2>
      <button type="button" value="close">${say("close")}</button>
    </header>
    <div class="tw-embed-choices">
      ${choice(say("paste"), [
        radio("way", "frame", true),
        radio("way", "fit"),
        radio("way", "element"),
      ])}
      ${pinned && choice(say("shows"), [
        radio("address", "moving", true),
        radio("address", "pinned"),
      ])}
      ${choice(say("looks"), [
        html`<label>${say("colours")} <select name="theme">
          <option value="">${say("around")}</option>
          <option value="light">${say("light")}</option>
          <option value="dark">${say("dark")}</option>
        </select></label>
        <label>${say("heading")} <select name="heading">
          <option value="">${say("its_title")}</option>
          <option value="none">${say("no_heading")}</option>
          <option value="own">${say("own_heading")}</option>
        </select></label>
        <label hidden>${say("your_heading")} <input name="words" maxlength="200" autocomplete="off"></label>
        <label>${say("width")} <input type="number" name="width" min="${NARROWEST}" max="${WIDEST}" placeholder="${say("all_width")}" autocomplete="off"></label>`,
        check("captions", "show", say(`captions_${kind}`), true),
        check("density", "compact", say("dense")),
        kind === "table" && check("whole", "yes", say("whole")),
      ])}
      <div data-part="columns"></div>
    </div>
    <div class="tw-embed-result">
      <h3>${say("preview")}</h3>
      <div class="tw-embed-preview" tabindex="0" role="region" aria-label="${say("preview")}"></div>
      <p class="tw-embed-note"></p>
      <label>${say("snippet")} <textarea name="snippet" rows="6" readonly></textarea></label>
      <p class="tw-embed-actions"><button type="button" value="copy">${say("copy")}</button>${guide && html`<a href="${guide}">${say("guide")}</a>`}</p>
      <p role="status"></p>
      <h3>${say(kind === "table" ? "table_itself" : "data")}</h3>
      <p class="tw-embed-actions">${files.map(
        ({ label: format, href }, at) => html`<span><button type="button" value="${at}">${say("copy_as", { format })}</button> <a href="${href}" aria-label="${say("format_file", { format })}">${say("file")}</a></span>`,
      )}</p>
      <label hidden>${say("from_here")} <textarea name="file" rows="6" readonly></textarea></label>
    </div>
  </form>`;
}

/**
 * The columns and rows of a table.
 *
 * @param {Offer} offer
 * @param {Choosable[]} subjects
 * @param {Choosable[]} dimensions
 */
export function columnsHtml({ say }, subjects, dimensions) {
  /** @param {string} name @param {Choosable[]} all */
  const boxes = (name, all) => all.map((each) => check(name, each.id, each.title ?? each.name, true));
  return html`${choice(say("columns"), boxes("subjects", subjects))}${choice(say("rows"), boxes("dimensions", dimensions))}`;
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
 * @param {string | undefined} label
 */
function check(name, value, label, checked = false) {
  return html`<label class="tw-embed-pick"><input type="checkbox" name="${name}" value="${value}" ${checked && "checked"}><span>${label}</span></label>`;
}
