import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generateManifest, type ManifestInput } from "../src/manifest";
import type { Problem } from "../src/manifest/problem";
import type { WidgetFiles } from "./archive/widget-files";
import { waitForAll } from "./collect-problems";
import type { Project } from "./project/open-project";
import { createScriptCompiler } from "./script/compile-script";
import type { Shares } from "./sizes/print-sizes";

export interface CompiledWidget {
  /** What the archive holds. */
  readonly files: WidgetFiles;
  /** Of script.js; null where none was asked for. */
  readonly sourceMap: string | null;
  readonly shares: Shares;
  readonly warnings: readonly Problem[];
}

export interface CompileOptions {
  readonly minify: boolean;
  readonly sourceMap: boolean;
  readonly environment: Readonly<Record<string, string>>;
}

export interface WidgetCompiler {
  /** @throws UserError with the problems of every part */
  compile(): Promise<CompiledWidget>;
  dispose(): Promise<void>;
}

/** The compiler of one widget: script, styles, manifest, texts and images, side by side, into the archive's files. */
export function createWidgetCompiler(
  project: Project,
  manifest: ManifestInput,
  options: CompileOptions,
): WidgetCompiler {
  const fields = Object.entries(manifest.settings ?? {});
  const script = createScriptCompiler(project, {
    minify: options.minify,
    sourceMap: options.sourceMap,
    rootClass: manifest.name,
    jsonFields: fields.filter(([, { type }]) => type !== "text" && type !== "pass").map(([name]) => name),
    customField: fields.find(([, { type }]) => type === "custom")?.[0] ?? "",
    styles: { plugin: { name: "none", setup() {} }, hasStyles: () => false },
  });
  return { compile, dispose: () => script.dispose() };

  async function compile(): Promise<CompiledWidget> {
    const [compiled] = await waitForAll(script.compile());
    const data = generateManifest(manifest, { env: options.environment });
    const files = new Map([
      ["manifest.json", encode(`${JSON.stringify(data, null, 2)}\n`)],
      ["script.js", encode(compiled.script)],
      ...compiled.assets,
      ...readFolder(project.root, "i18n"),
      ...readFolder(project.root, "images"),
    ]);
    return { files, sourceMap: compiled.sourceMap, shares: compiled.shares, warnings: compiled.warnings };
  }
}

function readFolder(root: string, folder: string): [string, Uint8Array][] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((name) => [
    `${folder}/${name}`,
    readFileSync(join(root, folder, name)),
  ]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
