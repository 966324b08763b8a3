import type { Summary } from "../src/checker/findings/finding";
import type { ManifestInput } from "../src/manifest";
import { UserError, type Problem } from "../src/manifest/problem";
import { checkVersion, hashArchive, readLastBuild, writeLastBuild } from "./archive/last-build";
import { writeDist } from "./archive/write-dist";
import { writeZip } from "./archive/write-zip";
import { waitForAll } from "./collect-problems";
import { createWidgetCompiler, type CompiledWidget } from "./compile-widget";
import { loadManifest } from "./manifest/load-manifest";
import { openProject, type Project } from "./project/open-project";
import { readEnvironment } from "./project/read-environment";
import { readSettings } from "./project/read-settings";
import { checkBudget } from "./sizes/check-budget";
import { measureSizes } from "./sizes/measure-sizes";
import type { Measured } from "./sizes/print-sizes";
import { readTexts } from "./texts";
import { checkTypes } from "./types/check-types";
import { writeRegister } from "./types/write-register";

export interface BuildOptions {
  /** The project's folder. */
  readonly root: string;
  readonly minify: boolean;
  readonly types: boolean;
  /** Whether the rules of the widget's profile are held, and the texts and classes that the code names looked up. */
  readonly check: boolean;
}

export interface BuiltWidget {
  readonly manifest: ManifestInput;
  readonly measured: Measured;
  /** What the build before measured; null where there was none. */
  readonly before: Measured | null;
  /** Logos that were missing and were drawn. */
  readonly drawn: readonly string[];
  readonly warnings: readonly Problem[];
  /** Of the marketplace's rules; null where they were left aside. */
  readonly summary: Summary | null;
}

/**
 * Builds a widget into `dist/`. Types are checked in a process of their own, beside everything else.
 *
 * @throws UserError with every problem found; `dist/` is then as it was
 */
export async function buildWidget(options: BuildOptions): Promise<BuiltWidget> {
  const project = openProject(options.root);
  const { root } = project;
  const { budget } = readSettings(root);
  const environment = readEnvironment(root, process.env);
  const loaded = await loadManifest(project, environment);
  const { manifest } = loaded;
  const texts = readTexts(root, manifest.locales);
  writeRegister(root, texts.files[0]?.texts ?? new Map());

  // The map never leaves the machine: it leads the checker's findings to the author's lines.
  const compiler = createWidgetCompiler(project, manifest, {
    minify: options.minify,
    sourceMap: true,
    environment,
  });
  const [{ widget, warnings, summary }] = await waitForAll(
    compiler.compile(texts, null).then(check),
    options.types ? requireTypes(project) : Promise.resolve(),
  ).finally(() => compiler.dispose());

  const zip = writeZip(widget.files);
  const measured = { sizes: measureSizes(widget.files, zip), shares: widget.script.shares };
  const before = readLastBuild(root);
  const now = { version: manifest.version, hash: hashArchive(zip), ...measured };
  const late = [...checkBudget(measured, budget), ...checkVersion(now, before, project.manifest)];
  stopOnErrors(late);
  writeDist(root, widget.files, zip);
  writeLastBuild(root, now);
  return {
    manifest,
    measured,
    before,
    drawn: widget.drawn,
    warnings: [...loaded.warnings, ...warnings, ...late],
    summary,
  };

  async function check(widget: CompiledWidget) {
    if (!options.check) return { widget, warnings: widget.warnings, summary: null };
    const [{ checkBuild }, { checkUses }] = await Promise.all([
      import("./check/check-build"),
      import("./check-uses"),
    ]);
    const uses = await checkUses(project, manifest, texts, widget);
    const { problems, summary } = await checkBuild(project, widget);
    const warnings = [...widget.warnings, ...uses, ...problems];
    stopOnErrors(warnings);
    return { widget, warnings, summary };
  }
}

async function requireTypes(project: Project): Promise<void> {
  stopOnErrors(await checkTypes(project));
}

function stopOnErrors(problems: readonly Problem[]): void {
  if (problems.some(({ severity }) => severity === "error")) throw new UserError(problems);
}
