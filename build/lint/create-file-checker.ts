import { basename, resolve } from "node:path";
import { checkAtOnce, rules, type ReadWidget, type WidgetFiles } from "../../src/checker";
import type { CollectedFinding } from "../../src/checker/findings/collect-findings";
import { readFolder } from "../../src/checker/readers/read-folder";
import type { SourceKind } from "../../src/checker/rule";
import type { ParsedSources } from "../../src/checker/widget/create-widget";
import { UserError, type Problem } from "../../src/manifest/problem";
import { findSurroundings, type Surroundings } from "./find-surroundings";
import { loadConfig, type GivenSettings } from "./load-config";

export interface LintedFile {
  readonly path: string;
  /** As it stands in the editor, without a byte-order mark; it need not be saved. */
  readonly text: string;
  readonly settings: GivenSettings;
  /** The tree of a source, under the name that the findings shall have. */
  parse(file: string): ParsedSources;
}

export interface LintResult {
  /** Of that file alone, in the order of their places. */
  readonly findings: readonly CollectedFinding[];
  /** What is wrong with the settings; nothing is checked then. */
  readonly problems: readonly Problem[];
}

export type FileChecker = (file: LintedFile) => LintResult;

/**
 * Checks single files as an editor asks for them, by the rules of `komponent check` whose findings lie in files of
 * that kind. A widget as it is packed is checked as a whole, with the text of the editor in the place of the file: the
 * findings are those that the command gives. It is checked once for all its files while none of them changes.
 */
export function createFileChecker(kind: SourceKind): FileChecker {
  const shown = rules.filter(({ shownIn }) => shownIn?.includes(kind));
  const ofSources = shown.filter(({ needsArchive }) => needsArchive !== true);
  let last: { readonly key: string; readonly files: WidgetFiles; readonly findings: Findings } | null = null;

  const checkFolder = (folder: string, files: WidgetFiles, read: ReadWidget, config: Config): Findings => {
    const key = JSON.stringify([folder, config]);
    if (last?.key !== key || !isSame(last.files, files))
      last = { key, files, findings: checkAtOnce({ ...read, files }, { config, rules: shown }) };
    return last.findings;
  };
  const check = (surroundings: Surroundings, { text, settings, parse }: LintedFile): Findings => {
    if (surroundings.kind === "none") return [];
    const config = loadConfig(surroundings, settings);
    const bytes = new TextEncoder().encode(text);
    const { file } = surroundings;
    if (surroundings.kind === "widget") {
      const read = readFolder(surroundings.folder);
      return checkFolder(surroundings.folder, new Map(read.files).set(file, bytes), read, config);
    }
    const lone = { files: new Map([[file, bytes]]), entries: [file], name: basename(file), faults: [] };
    return checkAtOnce(
      { ...lone, kind: "folder" },
      { config, parsed: parse(file), rules: surroundings.isBuilt ? ofSources : shown },
    );
  };
  return (linted) => {
    const surroundings = findSurroundings(resolve(linted.path));
    try {
      const findings = check(surroundings, linted);
      return { findings: findings.filter(({ file }) => isOf(surroundings, file)), problems: [] };
    } catch (error) {
      if (error instanceof UserError) return { findings: [], problems: error.problems };
      throw error;
    }
  };
}

type Findings = readonly CollectedFinding[];
type Config = ReturnType<typeof loadConfig>;

function isOf(surroundings: Surroundings, file: string | null): boolean {
  return surroundings.kind !== "none" && surroundings.file === file;
}

function isSame(before: WidgetFiles, after: WidgetFiles): boolean {
  if (before.size !== after.size) return false;
  return [...after].every(([name, bytes]) => {
    const known = before.get(name);
    return known !== undefined && Buffer.compare(known, bytes) === 0;
  });
}
