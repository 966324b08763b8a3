import { generateManifest, type ManifestInput } from "../src/manifest";
import { UserError, type Problem } from "../src/manifest/problem";
import type { Compiled } from "../src/runtime/compiled";
import type { WidgetFiles } from "./archive/widget-files";
import { waitForAll } from "./collect-problems";
import { createImageCompiler } from "./images/create-image-compiler";
import type { Project } from "./project/open-project";
import { createScriptCompiler, type CompiledScript } from "./script/compile-script";
import { createStyleCompiler, type CompiledStyles } from "./styles/create-style-compiler";
import { compareTexts, writeTexts, type ReadTexts } from "./texts";

export interface CompiledWidget {
  /** What the archive holds. */
  readonly files: WidgetFiles;
  readonly script: CompiledScript;
  /** Logos that were missing and were drawn. */
  readonly drawn: readonly string[];
  readonly warnings: readonly Problem[];
}

export interface CompileOptions {
  readonly minify: boolean;
  readonly sourceMap: boolean;
  /** What `env()` of the manifest sees. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface WidgetCompiler {
  /** @throws UserError with the problems of every part */
  compile(texts: ReadTexts): Promise<CompiledWidget>;
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

  return {
    async compile(texts) {
      const [[compiled, sheet], texted, pictures] = await waitForAll(
        compileCode(),
        compileTexts(texts),
        images.compile(),
      );
      const data = generateManifest(manifest, { env: options.environment });
      const files = new Map([
        ["manifest.json", encode(`${JSON.stringify(data, null, 2)}\n`)],
        ["script.js", encode(compiled.script)],
        ...(sheet.css === "" ? [] : [["style.css", encode(sheet.css)] as const]),
        ...compiled.assets,
        ...sheet.assets,
        ...texted.files,
        ...pictures.files,
      ]);
      const warnings = [...compiled.warnings, ...sheet.problems, ...texted.warnings];
      return { files, script: compiled, drawn: pictures.drawn, warnings };
    },
    async dispose() {
      await Promise.all([script.dispose(), styles.dispose()]);
    },
  };

  async function compileCode(): Promise<[CompiledScript, CompiledStyles]> {
    const compiled = await script.compile();
    const sheet = await styles.finish();
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
