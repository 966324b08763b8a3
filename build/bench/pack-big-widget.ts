import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSample } from "../../src/checker/cases/sample-widget";
import { writeZip } from "../archive/write-zip";
import { bundle } from "../bundler";
import { findPackageRoot } from "../package-root";

/** What widgets carry along. With what they need themselves, a megabyte before a minifier. */
const libraries = ["chart.js", "cropperjs", "jquery", "preact", "underscore"];

export interface PackedWidget {
  readonly archive: string;
  dispose(): void;
}

/** Packs a widget whose script is a megabyte of libraries around a few lines of its own. */
export async function packBigWidget(): Promise<PackedWidget> {
  const root = findPackageRoot();
  const { files, errors } = await bundle({
    absWorkingDir: root,
    stdin: {
      contents: libraries.map((name) => `export * as _${name.replace(/\W/g, "")} from "${name}";`).join("\n"),
      resolveDir: root,
    },
    outfile: join(root, "libraries.js"),
    bundle: true,
    format: "iife",
    globalName: "libraries",
    target: "es2020",
  });
  const [error] = errors;
  if (error !== undefined) throw new Error(`The libraries cannot be bundled: ${error.text}`);
  const bundled = new TextDecoder().decode(files.get("libraries.js"));
  const folder = mkdtempSync(join(tmpdir(), "komponent-bench-"));
  const archive = join(folder, "big.zip");
  writeFileSync(archive, writeZip(createSample().text("script.js", wrap(bundled)).read.files));
  return { archive, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

function wrap(bundled: string): string {
  const own = `return function () {
  const done = () => true;
  const render = () => libraries._jquery(".acme").toggle(libraries._underscore.size(libraries) > 0);
  this.callbacks = { init: done, render, bind_actions: done, settings: done, onSave: done, destroy: done };
};`;
  return `define(["jquery"], function () {\n${bundled}\n${own}\n});\n`;
}
