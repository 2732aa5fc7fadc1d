/** What a hostile text must not do, noticed from before the first script of the page. */
globalThis.wrong = [];
globalThis.tips = [];
globalThis.ran = (number) => wrong.push(`ran: ${number}`);
for (const name of ["alert", "confirm", "prompt"]) globalThis[name] = (text) => ran(text);

/** Elements that no page has, neither of the theme's making nor of ours. */
const NEVER = new Set(
  ("animate annotation-xml applet audio base bgsound blink body center custom-element discard " +
    "embed feImage font foreignObject frame frameset i image img isindex keygen listing maction " +
    "marquee math mglyph mi mtext noembed noframes noscript object picture plaintext " +
    "portal set source style track u use video xmp").split(" "),
);
const LOADING = ["action", "background", "data", "formaction", "ping", "poster", "src", "srcset", "style"];
const RUNNING = /^\s*(?:javascript|vbscript|data|blob|view-source|feed):/i;

/** @param {Element} element One that has been made, in the page or not in it yet. */
function judge(element) {
  const { localName, attributes } = element;
  const icon = /\bmd-|\btw-calc/.test(`${element.parentElement?.className} ${element.classList}`);
  const alien = NEVER.has(localName) || (localName === "svg" && element.parentElement && !icon);
  const armed = [...attributes].some(
    ({ name, value }) =>
      name.startsWith("on") ||
      (LOADING.includes(name) && value.includes("canary")) ||
      (name.endsWith("href") && RUNNING.test(value) && value !== "javascript:void(0)") ||
      (name.endsWith("href") && localName !== "a" && value.includes("canary")),
  );
  if (alien || armed) wrong.push(`made: ${element.outerHTML.slice(0, 200)}`);
}

/** @param {Element} root */
function judgeAll(root) {
  judge(root);
  for (const element of root.querySelectorAll("*")) judge(element);
}

const { get, set } = Object.getOwnPropertyDescriptor(Element.prototype, "innerHTML");
Object.defineProperty(Element.prototype, "innerHTML", {
  configurable: true,
  get,
  set(html) {
    set.call(this, html);
    for (const element of (this.content ?? this).querySelectorAll("*")) judge(element);
  },
});

new MutationObserver((changes) => {
  for (const { addedNodes } of changes) {
    for (const node of addedNodes) {
      if (!(node instanceof Element) || node === document.body) continue;
      judgeAll(node);
      if (node.matches(".md-tooltip2[role=tooltip]")) {
        const { textContent, childElementCount } = node.firstElementChild;
        tips.push({ text: textContent, elements: childElementCount });
      }
    }
  }
}).observe(document, { childList: true, subtree: true });

/** Previews of pages take the place of tooltips; `withPreviews` says which are wanted. */
const { parse } = JSON;
JSON.parse = (text, ...more) => {
  const data = parse(text, ...more);
  if (data?.features && !globalThis.withPreviews) {
    data.features = data.features.filter((name) => name !== "navigation.instant.preview");
  }
  return data;
};

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Until no more tooltips show: a busy machine takes its time between two frames. */
const settled = async () => {
  for (let round = 0, before = 0; round < 3 || before < tips.length; round++) {
    before = tips.length;
    await pause(100);
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  }
};

const send = (element, types) => {
  for (const type of types) {
    const bubbles = type === "mouseover" || type === "mousemove";
    element.dispatchEvent(new MouseEvent(type, { bubbles }));
  }
};

/** Scroll to, open, hover and focus whatever can be, and give back what tooltips said. */
globalThis.useEverything = async () => {
  const written = new Set();
  for (const details of document.querySelectorAll("details")) details.open = true;
  const cut = [...document.querySelectorAll(".md-ellipsis, pre")];
  for (const element of cut) {
    element.scrollIntoView();
    await new Promise(requestAnimationFrame);
    written.add(element.innerText);
  }
  for (const { title } of document.querySelectorAll("[title]")) written.add(title);
  const all = document.querySelectorAll("a, button, label, summary, [title], [tabindex], .md-ellipsis");
  const enter = ["pointerenter", "mouseenter", "mouseover", "mousemove"];
  for (const element of all) {
    send(element, enter);
    element.focus({ preventScroll: true });
    send(element, enter); // the theme begins to listen for what it shows at the first of them
  }
  await settled();
  for (const element of all) send(element, ["pointerleave", "mouseleave"]);
  document.activeElement?.blur();
  return tips.splice(0).map((tip) => ({ ...tip, written: written.has(tip.text) }));
};

/** Answer every question, and press every button that is not about to print or to leave. */
globalThis.pressEverything = async () => {
  for (const button of document.querySelectorAll("termwise-embed-this > button")) button.click();
  await pause(100);
  for (const choice of document.querySelectorAll("input[type=radio], input[type=checkbox]")) {
    if (!choice.classList.contains("md-toggle")) choice.click();
  }
  for (const number of document.querySelectorAll("input[type=number]")) {
    number.value = "3";
    number.dispatchEvent(new Event("input", { bubbles: true }));
  }
  await pause(100);
  for (const button of document.querySelectorAll("article button, dialog button")) {
    if (button.value !== "print") button.click();
    await pause(5);
  }
  for (const dialog of document.querySelectorAll("dialog[open]")) dialog.close();
};

/** Hover links until the pages that they lead to are shown, and give back how many were. */
globalThis.previews = async (links) => {
  let shown = 0;
  for (const link of document.querySelectorAll(links)) {
    const preview = () => document.querySelector(".md-tooltip2[role=dialog] h3");
    for (let times = 0; times < 50 && !preview(); times++) {
      send(link, ["mouseenter"]);
      await pause(100);
    }
    if (preview()) shown++;
    send(link, ["mouseleave"]);
    while (preview()) await pause(100);
  }
  return shown;
};
