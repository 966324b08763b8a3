import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Problem } from "../../src/manifest/problem";
import type { WidgetFiles } from "../archive/widget-files";
import type { OnLoadResult, Plugin } from "../bundler";
import type { ModuleClasses } from "./check-class-uses";
import type { Sheet } from "./load-sheet";
import { orderInputs } from "./order-sheets";
import type { SassEngine } from "./sass/sass-engine";

export interface CompiledStyles {
  /** style.css; empty where nothing is left of the sheets. */
  readonly css: string;
  /** Files that style.css refers to: path in the archive → bytes. */
  readonly assets: WidgetFiles;
  readonly problems: readonly Problem[];
  /** Absolute paths of every file that went into it, packages aside: partials of Sass and assets too. */
  readonly sources: readonly string[];
  /** The classes of each CSS module, by its absolute path. */
  readonly classes: ModuleClasses;
  /** Whether the class names in the script that was bundled last are still those of the sheets. */
  readonly fitsScript: boolean;
}

export interface StyleCompiler {
  /** Takes imports of `.css`, `.scss` and `.sass` out of the script; a CSS module gives its class names. */
  readonly plugin: Plugin;
  /** Whether the last run of the bundler met any sheet. */
  hasStyles(): boolean;
  /** Makes style.css of the sheets that the last run of the bundler met, in the order of their imports. */
  finish(): Promise<CompiledStyles>;
  dispose(): Promise<void>;
}

/**
 * The compiler of style.css: every sheet that the sources import, each rule kept inside the widget's root element,
 * `.<rootClass>`. Sheets that did not change since the last run are not read again.
 */
export function createStyleCompiler({ root, rootClass }: { root: string; rootClass: string }): StyleCompiler {
  const cache = new Map<string, Promise<LoadedSheet>>();
  /** What the bundler got in place of each sheet. */
  const given = new Map<string, string>();
  let order: readonly string[] = [];
  let sass: Promise<SassEngine> | undefined;

  return {
    plugin: {
      name: "styles",
      setup(build) {
        const { stdin, entryPoints = {} } = build.initialOptions;
        const entry = stdin?.sourcefile ?? (Object.values(entryPoints)[0] as string);
        // A sheet is imported for its effect, also where package.json says that nothing there has one.
        build.onResolve({ filter: sheetName }, async ({ path, kind, resolveDir, importer, pluginData }) => {
          if (pluginData === resolving) return null;
          // Asking the bundler takes a millisecond each time; what is relative needs no search.
          const beside = path.startsWith(".") ? findFile(resolve(resolveDir, path)) : null;
          if (beside !== null) return { path: beside, sideEffects: true };
          const found = await build.resolve(path, { kind, resolveDir, importer, pluginData: resolving });
          return found.errors.length > 0 ? { errors: found.errors } : { path: found.path, sideEffects: true };
        });
        build.onLoad({ filter: sheetName, namespace: "file" }, async ({ path }): Promise<OnLoadResult> => {
          const contents = writeClasses(await load(path));
          given.set(path, contents);
          return { contents, loader: "js" };
        });
        build.onEnd(({ metafile }) => {
          if (metafile === undefined) return;
          order = orderInputs(metafile, entry)
            .filter((input) => sheetName.test(input))
            .map((input) => resolve(root, input));
        });
      },
    },
    hasStyles: () => order.length > 0,
    finish,
    async dispose() {
      await (await sass)?.dispose();
    },
  };

  async function load(path: string): Promise<Sheet> {
    const known = cache.get(path);
    if (known !== undefined && (await known).isCurrent()) return (await known).sheet;
    const loaded = loadCurrent(path);
    cache.set(path, loaded);
    return (await loaded).sheet;
  }

  async function loadCurrent(path: string): Promise<LoadedSheet> {
    const { loadSheet } = await import("./load-sheet");
    const started = Date.now();
    const sheet = await loadSheet(path, { root, rootClass, startSass });
    const stamp = stampOf(sheet.sources, started);
    return { sheet, isCurrent: () => stamp !== null && stamp === stampOf(sheet.sources, started) };
  }

  function startSass(): Promise<SassEngine> {
    sass ??= import("./sass/sass-engine").then(({ createSassEngine }) => createSassEngine());
    return sass;
  }

  async function finish(): Promise<CompiledStyles> {
    if (order.length === 0) return nothing;
    const [sheets, { joinSheets }] = await Promise.all([
      Promise.all(order.map(load)),
      import("./join-sheets"),
    ]);
    const fitsScript = sheets.every((sheet) => given.get(sheet.path) === writeClasses(sheet));
    return { ...joinSheets(sheets, { root, rootClass }), fitsScript };
  }
}

const nothing: CompiledStyles = {
  css: "",
  assets: new Map(),
  problems: [],
  sources: [],
  classes: new Map(),
  fitsScript: true,
};

interface LoadedSheet {
  readonly sheet: Sheet;
  /** Whether its files are still as they were when it was read. */
  isCurrent(): boolean;
}

const sheetName = /\.(?:css|scss|sass)$/;
const resolving = Symbol("resolving a sheet");

/** The path without links; null where there is no such file. */
function findFile(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? realpathSync(path) : null;
}

/** Sizes and times of files; null where one changed while it was read, or where they are not known. */
function stampOf(sources: readonly string[] | null, started: number): string | null {
  if (sources === null) return null;
  const stamps = sources.map((source) => statSync(source, { throwIfNoEntry: false }));
  if (stamps.some((stats) => stats === undefined || stats.mtimeMs >= started)) return null;
  return stamps.map((stats) => `${stats?.mtimeMs}:${stats?.size}`).join();
}

/** What a script gets that imports the sheet: the names of a CSS module's classes. */
function writeClasses({ classes, modulePrefix }: Sheet): string {
  if (modulePrefix === null) return "";
  const names = Object.fromEntries([...classes].map((name) => [name, `${modulePrefix}_${name}`]));
  return `export default ${JSON.stringify(names)};`;
}
