import { join } from "node:path";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import type { WidgetFiles } from "../archive/widget-files";
import {
  createBundler,
  type BundleOptions,
  type Bundler,
  type BundleResult,
  type Message,
  type Plugin,
} from "../bundler";
import type { Project } from "../project/open-project";
import { createOwnSources } from "./check-sources";
import { describeScriptError } from "./describe-script-error";
import { listFrameworkEntries } from "./framework-entries";
import { createAssetImports } from "./import-assets";
import { createHostImports, type Dependency } from "./import-host-modules";
import { createSourceNames, renameSources } from "./source-names";
import { banner, wrapAmd } from "./wrap-amd";

export interface CompiledScript {
  readonly script: string;
  /** Leads from script.js to the author's lines; null where none was asked for. */
  readonly sourceMap: string | null;
  /** Files that the script refers to: path in the archive → bytes. */
  readonly assets: WidgetFiles;
  /** The author's own sources, relative to the root, sorted. */
  readonly sources: readonly string[];
  /** Absolute paths of what would change the script, packages aside. */
  readonly watched: readonly string[];
  /** Source, by the name that people know it by → its bytes in script.js. */
  readonly shares: ReadonlyMap<string, number>;
  readonly warnings: readonly Problem[];
}

export interface ScriptOptions {
  readonly minify: boolean;
  readonly sourceMap: boolean;
  /** What the runtime knows of the widget: the globals of `src/runtime/compiled.ts`, any JSON each. */
  readonly constants: Readonly<Record<string, unknown>>;
  readonly styles: StyleImports;
}

/** What takes the imports of styles out of the script. */
export interface StyleImports {
  readonly plugin: Plugin;
  /** Whether the sources import any; asked after each run. */
  hasStyles(): boolean;
}

export interface ScriptCompiler {
  /** @throws UserError KB3xx, and what the plugins report */
  compile(): Promise<CompiledScript>;
  dispose(): Promise<void>;
}

/**
 * The compiler of script.js: what `widget/index.ts` exports by default, as the AMD module that the CRM loads. It
 * keeps what it parsed for the next run.
 */
export function createScriptCompiler(project: Project, options: ScriptOptions): ScriptCompiler {
  const { root, entry } = project;
  const host = createHostImports();
  const assets = createAssetImports();
  const nameOf = createSourceNames(root);
  const own = createOwnSources(root, nameOf);
  const bundlers = new Map<boolean, Promise<Bundler>>();
  let withStyles = true;
  return {
    compile,
    async dispose() {
      for (const bundler of bundlers.values()) await (await bundler).dispose();
    },
  };

  async function compile(): Promise<CompiledScript> {
    let result = await run();
    if (host.learn([...result.errors, ...result.warnings])) result = await run();
    if (result.errors.length === 0 && options.styles.hasStyles() !== withStyles) {
      withStyles = !withStyles;
      result = await run();
    }
    const unreadable = own.check(result);
    if (unreadable.length > 0) throw new UserError(unreadable);
    const errors = [...result.errors, ...result.warnings.filter(isMistake)];
    if (errors.length > 0) throw new UserError(errors.map((error) => describe(error)));

    const output = result.metafile.outputs["script.js"];
    if (output === undefined) throw new Error("esbuild wrote no script.js.");
    const shares = Object.entries(output.inputs).filter(([input]) => input !== start);
    const used = shares.map(([input]) => input);
    if (result.metafile.inputs[entry]?.format !== "esm") throw new UserError(withoutDefault(entry));
    if (!used.some((input) => nameOf(input).startsWith("komponent/"))) throw new UserError(notAWidget(entry));

    return {
      script: renameSources(wrapAmd(textOf(result, "script.js"), listDependencies(used)), used, nameOf),
      sourceMap: options.sourceMap ? textOf(result, "script.js.map") : null,
      sources: own.list(result),
      watched: listWatched(result, root),
      assets: assets.collect(new Set(used.map((input) => join(root, input)))),
      shares: new Map(shares.map(([input, { bytesInOutput }]) => [nameOf(input), bytesInOutput])),
      warnings: result.warnings.map((warning) => ({ ...describe(warning), severity: "warning" })),
    };
  }

  // The runtime drops what links style.css from a widget without styles. Whether there are any is known after a run.
  async function run(): Promise<BundleResult> {
    const known = bundlers.get(withStyles) ?? createBundler(complete(withStyles));
    bundlers.set(withStyles, known);
    return (await known).run();
  }

  function complete(hasStyles: boolean): BundleOptions {
    return {
      absWorkingDir: root,
      // Whatever else the entry exports, for its tests perhaps, stays out.
      stdin: { contents: `export { default } from "./${entry}";`, resolveDir: root, sourcefile: start },
      outfile: join(root, "script.js"),
      bundle: true,
      // The wrapper needs a bundle that ends with its exports and has no imports; see wrapAmd.
      format: "esm",
      banner: { js: banner },
      target: "es2020",
      supported: { "import-meta": false },
      define: {
        // Libraries that look for the page's `define` find none, and take CommonJS instead.
        define: "undefined",
        "process.env.NODE_ENV": '"production"',
        KOMPONENT_STYLES: String(hasStyles),
        ...Object.fromEntries(
          Object.entries(options.constants).map(([name, value]) => [name, JSON.stringify(value)]),
        ),
      },
      jsx: "automatic",
      jsxImportSource: "preact",
      charset: "utf8",
      legalComments: "inline",
      minify: options.minify,
      sourcemap: options.sourceMap && "external",
      alias: listFrameworkEntries(),
      plugins: [host.plugin, assets.plugin, options.styles.plugin],
    };
  }

  function describe(message: Message): Problem {
    if (message.location?.file === start) return withoutDefault(entry);
    return readProblem(message) ?? describeScriptError(message, root);
  }

  function listDependencies(inputs: readonly string[]): Dependency[] {
    const found = inputs.map((input) => host.dependencyOf(input)).filter((item) => item !== undefined);
    return [...new Set(found)].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}

// JavaScript allows to import what a module without exports does not have; nobody means to.
function isMistake({ id }: Message): boolean {
  return id === "import-is-undefined";
}

/** The name that esbuild knows our first line by. */
const start = "<start>";

/** A plugin of ours hands its problems over in `detail`. */
function readProblem({ detail }: Message): Problem | null {
  return typeof detail === "object" && detail !== null && "code" in detail ? (detail as Problem) : null;
}

function textOf({ files }: BundleResult, name: string): string {
  return new TextDecoder().decode(files.get(name));
}

function listWatched({ metafile }: BundleResult, root: string): string[] {
  return Object.keys(metafile.inputs)
    .filter((input) => !input.includes("node_modules/") && !/^[a-z-]{2,}:|^</.test(input))
    .map((input) => join(root, input));
}

function withoutDefault(entry: string): Problem {
  return createProblem({
    code: "KB302",
    message: `${entry} exports nothing by default.`,
    file: entry,
    expected: expectedExport,
    fix: 'write "export default" before createWidget.',
  });
}

function notAWidget(entry: string): Problem {
  return createProblem({
    code: "KB303",
    message: `What ${entry} exports by default was not made by createWidget.`,
    file: entry,
    expected: expectedExport,
    fix: 'import { createWidget } from "komponent", and export what it gives.',
  });
}

const expectedExport = "export default createWidget<typeof manifest>({ … })";
