// Bundles what sites and embeds load: node build.mjs FOLDER

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build } from "esbuild";

/** What is made, and of what. */
const BUNDLES = {
  "calculator.js": "src/calculator.js",
  "embed-this.js": "src/embed-this/embed-this.js",
  "embed/fit.js": "src/embed/fit.js",
  "embed/frame.js": "src/embed/frame.js",
  "embed/frame.css": "src/embed/frame.css",
  "embed/elements.js": "src/embed/elements.js",
  "embed/calculator.js": "src/embed/calculator.js",
  "embed/calculator.css": "src/embed/calculator.css",
};
const HERE = import.meta.dirname;

/** The site's style sheet of the calculator, as one of embeds, which are no pages of their own. */
const siteStyles = {
  name: "site-styles",
  setup({ onLoad }) {
    onLoad({ filter: /assets\/calculator\.css$/ }, async ({ path }) => {
      const css = await readFile(path, "utf-8");
      return { contents: css.replaceAll(":root", ".tw-embed"), loader: "css" };
    });
  },
};

/** A script that imports a style sheet gets its text, as small as it is served elsewhere. */
const styleTexts = {
  name: "style-texts",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const contents = await styleSheet(path);
      return { contents, loader: "text" };
    });
  },
};

for (const [to, from] of Object.entries(BUNDLES)) {
  const target = join(process.argv[2] ?? ".", to);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, await (to.endsWith(".css") ? styleSheet(join(HERE, from)) : script(from)));
}

/** @param {string} from */
async function script(from) {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, from)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    define: { EMBEDDED: `${from.startsWith("src/embed/")}` },
    plugins: [styleTexts],
  });
  // In minified code only templates of HTML have indents, which there are as good as one space.
  return outputFiles[0].text.replace(/\n +/g, " ");
}

/**
 * A style sheet with those that it imports.
 *
 * @param {string} path
 */
async function styleSheet(path) {
  const { outputFiles } = await build({
    entryPoints: [path],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    legalComments: "none",
    plugins: [siteStyles],
  });
  return outputFiles[0].text.trimEnd();
}
