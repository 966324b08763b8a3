import { join } from "node:path";
import type { ManifestInput } from "../../src/manifest";
import { UserError, type Problem } from "../../src/manifest/problem";
import { createWidgetCompiler, type CompiledWidget, type WidgetCompiler } from "../compile-widget";
import { loadManifest } from "../manifest/load-manifest";
import { openProject, type Project } from "../project/open-project";
import { readEnvironment } from "../project/read-environment";
import { readTexts, type ReadTexts } from "../texts";
import { checkTypes } from "../types/check-types";
import { writeRegister } from "../types/write-register";
import type { ReadResult, WidgetSource } from "./source";

interface Loaded {
  readonly project: Project;
  readonly manifest: ManifestInput;
  /** What asks for a new manifest when it changes. */
  readonly sources: ReadonlySet<string>;
  readonly warnings: readonly Problem[];
  readonly compiler: WidgetCompiler;
}

/** A project under development: compiled at every change, with source maps. */
export function createProjectSource(root: string): WidgetSource {
  let loaded: Loaded | null = null;
  // As long as the manifest is broken, every change may be the one that mends it.
  let isStale = true;
  let texts: ReadTexts | null = null;
  let widget: CompiledWidget | null = null;
  return {
    get code() {
      return loaded?.manifest.name ?? "widget";
    },
    async read(changed) {
      try {
        return await compile(changed);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { files: null, problems: error.problems };
      }
    },
    watched: () => ({
      folders: ["widget", "i18n", "images"].map((folder) => join(root, folder)),
      files: [join(root, ".env"), ...(loaded?.sources ?? []), ...(widget?.watched ?? [])],
    }),
    async checkBeside(signal) {
      if (loaded === null || texts === null || widget === null) return [];
      const { project, manifest } = loaded;
      const types = checkTypes(project, signal);
      // Loaded late: nobody who waits for the first page waits for the rules.
      const [{ checkBuild }, { checkUses }] = await Promise.all([
        import("../check/check-build"),
        import("../check-uses"),
      ]);
      const uses = await checkUses(project, manifest, texts, widget);
      const { problems } = await checkBuild(project, widget, () => letRequestsThrough(signal));
      return signal.aborted ? [] : [...uses, ...problems, ...(await types)];
    },
    close: async () => loaded?.compiler.dispose(),
  };

  async function compile(changed: ReadonlySet<string> | null): Promise<ReadResult> {
    const now = await load(changed);
    texts = readChanged(now, changed);
    widget = await now.compiler.compile(texts, changed);
    const { files, script } = widget;
    const map = new TextEncoder().encode(script.sourceMap ?? "");
    const linked = new TextEncoder().encode(`${script.script}//# sourceMappingURL=script.js.map\n`);
    return {
      files: new Map([...files, ["script.js", linked], ["script.js.map", map]]),
      problems: [...now.warnings, ...widget.warnings],
    };
  }

  async function load(changed: ReadonlySet<string> | null): Promise<Loaded> {
    isStale ||= changed === null || [...changed].some((file) => loaded?.sources.has(file));
    if (loaded !== null && !isStale) return loaded;
    isStale = true;
    const project = openProject(root);
    const environment = readEnvironment(root, process.env);
    const { manifest, sources, warnings } = await loadManifest(project, environment);
    await loaded?.compiler.dispose();
    const compiler = createWidgetCompiler(project, manifest, { minify: false, sourceMap: true, environment });
    loaded = { project, manifest, sources: new Set([...sources, join(root, ".env")]), warnings, compiler };
    texts = null;
    isStale = false;
    return loaded;
  }

  function readChanged({ manifest }: Loaded, changed: ReadonlySet<string> | null): ReadTexts {
    const folder = join(root, "i18n");
    if (texts !== null && changed !== null && ![...changed].some((file) => file.startsWith(folder)))
      return texts;
    const read = readTexts(root, manifest.locales);
    writeRegister(root, read.files[0]?.texts ?? new Map());
    return read;
  }
}

/** A page that is loading meanwhile is answered between two rules; a change of the sources ends the check. */
function letRequestsThrough(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => (signal.aborted ? reject(signal.reason as Error) : resolve()));
  });
}
