// Bundles the calculator into one file: node build.mjs FILE

import { writeFile } from "node:fs/promises";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [new URL("src/calculator.js", import.meta.url).pathname],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
});
// In minified code only templates of HTML have indents, which there are as good as one space.
const code = outputFiles[0].text.replace(/\n +/g, " ");
await writeFile(process.argv[2] ?? "calculator.min.js", code);
