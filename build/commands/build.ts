import { UserError, type Problem } from "../../src/manifest/problem";
import { checkVersion, hashArchive, readLastBuild, writeLastBuild } from "../archive/last-build";
import { writeDist } from "../archive/write-dist";
import { writeZip } from "../archive/write-zip";
import { readSwitch, readText, type Options } from "../cli/read-options";
import { waitForAll } from "../collect-problems";
import { createWidgetCompiler } from "../compile-widget";
import { loadManifest } from "../manifest/load-manifest";
import { printProblems } from "../print-problem";
import { openProject, type Project } from "../project/open-project";
import { readEnvironment } from "../project/read-environment";
import { readSettings } from "../project/read-settings";
import { checkBudget } from "../sizes/check-budget";
import { measureSizes } from "../sizes/measure-sizes";
import { formatSizes } from "../sizes/print-sizes";
import { checkTypes } from "../types/check-types";
import { writeRegister } from "../types/write-register";

/**
 * Builds a widget into `dist/`: checks types beside the compiling, prints warnings, the size table and the time.
 *
 * @throws UserError with every problem found; `dist/` is then as it was
 */
export async function runBuild(options: Options): Promise<number> {
  const started = performance.now();
  const project = openProject(readText(options, "root") ?? ".");
  const { budget } = readSettings(project.root);
  const environment = readEnvironment(project.root, process.env);
  const { manifest, warnings } = await loadManifest(project, environment);
  writeRegister(project.root, new Map());

  const compiler = createWidgetCompiler(project, manifest, {
    minify: readSwitch(options, "minify"),
    sourceMap: false,
    environment,
  });
  const types = readSwitch(options, "types") ? requireTypes(project) : nothing();
  const [widget] = await waitForAll(compiler.compile(), types).finally(() => compiler.dispose());

  const zip = writeZip(widget.files);
  const sizes = measureSizes(widget.files, zip);
  const before = readLastBuild(project.root);
  const now = { version: manifest.version, hash: hashArchive(zip), sizes, shares: widget.shares };
  const table = formatSizes(now, before);
  const late = [...checkBudget(sizes, budget), ...checkVersion(now, before, project.manifest)];
  stopOnErrors(late, table);
  writeDist(project.root, widget.files, zip);
  writeLastBuild(project.root, now);

  printProblems([...warnings, ...widget.warnings, ...late]);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(`${table}\n\n${manifest.name} ${manifest.version} is in dist/widget.zip (${seconds} s)`);
  return 0;
}

async function requireTypes(project: Project): Promise<void> {
  const problems = await checkTypes(project);
  if (problems.length > 0) throw new UserError(problems);
}

async function nothing(): Promise<void> {}

// Whoever exceeds a budget needs the table to see by what.
function stopOnErrors(problems: readonly Problem[], table: string): void {
  if (!problems.some(({ severity }) => severity === "error")) return;
  console.log(`${table}\n`);
  throw new UserError(problems);
}
