import { generateManifest, type ManifestInput } from "../src/manifest";
import { UserError, type Problem } from "../src/manifest/problem";
import type { Compiled } from "../src/runtime/compiled";
import type { WidgetFiles } from "./archive/widget-files";
import { minifyStyles } from "./bundler";
import { waitForAll } from "./collect-problems";
import { createImageCompiler } from "./images/create-image-compiler";
import type { Project } from "./project/open-project";
import { createScriptCompiler, type CompiledScript } from "./script/compile-script";
import type { ModuleClasses } from "./styles/check-class-uses";
import { createStyleCompiler, type CompiledStyles } from "./styles/create-style-compiler";
import { compareTexts, writeTexts, type ReadTexts } from "./texts";

export interface CompiledWidget {
  /** What the archive holds. */
  readonly files: WidgetFiles;
  readonly script: CompiledScript;
  readonly classes: ModuleClasses;
  /** Logos that were missing and were drawn. */
  readonly drawn: readonly string[];
  /** Absolute paths of what would change the script or the styles, packages aside. */
  readonly watched: readonly string[];
  readonly warnings: readonly Problem[];
}

export interface CompileOptions {
  readonly minify: boolean;
  readonly sourceMap: boolean;
  /** What `env()` of the manifest sees. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface WidgetCompiler {
  /**
   * `changed`: absolute paths of what changed since the last run; null where anything may have.
   *
   * @throws UserError with the problems of every part
   */
  compile(texts: ReadTexts, changed: ReadonlySet<string> | null): Promise<CompiledWidget>;
  dispose(): Promise<void>;
}

/**
 * The compiler of one widget: script, styles, manifest, texts and images, side by side, into the archive's files. It
 * keeps what it knows for the next run; a changed manifest needs a new one.
 */
export function createWidgetCompiler(
  project: Project,
  manifest: ManifestInput,
  options: CompileOptions,
): WidgetCompiler {
  const styles = createStyleCompiler({ root: project.root, rootClass: manifest.name });
  const images = createImageCompiler(project.root, manifest);
  const script = createScriptCompiler(project, {
    minify: options.minify,
    sourceMap: options.sourceMap,
    constants: describeManifest(manifest),
    styles,
  });

  let bundled: CompiledScript | null = null;
  let sheetSources: readonly string[] = [];

  return {
    async compile(texts, changed) {
      const [[compiled, sheet], texted, pictures] = await waitForAll(
        compileCode(changed),
        compileTexts(texts),
        images.compile(),
      );
      const css = options.minify ? await minifyStyles(sheet.css) : sheet.css;
      const data = generateManifest(manifest, { env: options.environment });
      const files = new Map([
        ["manifest.json", encode(`${JSON.stringify(data, null, 2)}\n`)],
        ["script.js", encode(compiled.script)],
        ...(styles.hasStyles() ? [["style.css", encode(css)] as const] : []),
        ...compiled.assets,
        ...sheet.assets,
        ...texted.files,
        ...pictures.files,
      ]);
      const warnings = [...compiled.warnings, ...sheet.problems, ...texted.warnings];
      const watched = [...compiled.watched, ...sheet.sources];
      return { files, script: compiled, classes: sheet.classes, drawn: pictures.drawn, watched, warnings };
    },
    async dispose() {
      await Promise.all([script.dispose(), styles.dispose()]);
    },
  };

  // Where nothing but styles changed, the script stays as it is: bundling takes ten times as long.
  async function compileCode(changed: ReadonlySet<string> | null): Promise<[CompiledScript, CompiledStyles]> {
    const kept = bundled;
    bundled = null;
    if (kept !== null && changed !== null && [...changed].every((file) => sheetSources.includes(file))) {
      const sheet = await styles.finish();
      if (sheet.fitsScript) return takeCode(kept, sheet);
    }
    return takeCode(await script.compile(), await styles.finish());
  }

  function takeCode(compiled: CompiledScript, sheet: CompiledStyles): [CompiledScript, CompiledStyles] {
    bundled = compiled;
    sheetSources = sheet.sources;
    if (sheet.problems.some(({ severity }) => severity === "error")) throw new UserError(sheet.problems);
    return [compiled, sheet];
  }
}

async function compileTexts({
  files,
  problems,
}: ReadTexts): Promise<{ files: WidgetFiles; warnings: Problem[] }> {
  const found = [...problems, ...compareTexts(files)];
  if (found.some(({ severity }) => severity === "error")) throw new UserError(found);
  return { files: writeTexts(files), warnings: found };
}

function describeManifest({ name, settings = {} }: ManifestInput): Omit<Compiled, "KOMPONENT_STYLES"> {
  const fields = Object.entries(settings);
  return {
    KOMPONENT_ROOT: name,
    KOMPONENT_JSON_FIELDS: fields
      .filter(([, { type }]) => type !== "text" && type !== "pass")
      .map(([code]) => code),
    KOMPONENT_CUSTOM_FIELD: fields.find(([, { type }]) => type === "custom")?.[0] ?? "",
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
