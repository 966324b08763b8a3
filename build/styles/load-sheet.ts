import { readFileSync } from "node:fs";
import { extname, relative } from "node:path";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { checkText, readAuthorText } from "../project/read-author-file";
import { analyzeSheet, type AnalyzedSheet } from "./analyze-sheet";
import { describeFault, pathInProject } from "./describe-fault";
import { createPlaceFinder, createTracedPlaceFinder, type FindPlace } from "./find-place";
import { namePrefix } from "./name-prefix";
import { shorten } from "./syntax/read-values";
import { SassFailure, type SassEngine, type SassMessage } from "./sass/sass-engine";

/** One sheet that a script imports, read and analyzed. */
export interface Sheet extends AnalyzedSheet {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** The prefix of a CSS module's own names; null for any other sheet. */
  readonly modulePrefix: string | null;
  readonly findPlace: FindPlace;
  readonly problems: readonly Problem[];
  /** Absolute paths of the files that it was made of; null where a failure hides them. */
  readonly sources: readonly string[] | null;
}

export interface SheetOptions {
  readonly root: string;
  readonly rootClass: string;
  readonly startSass: () => Promise<SassEngine>;
}

/** Reads a `.css`, `.scss` or `.sass` file; what is wrong with it stands in its problems. */
export async function loadSheet(path: string, options: SheetOptions): Promise<Sheet> {
  const { root, rootClass } = options;
  const modulePrefix = /\.module\.\w+$/.test(path) ? namePrefix(relative(root, path), rootClass) : null;
  const compiled = await readSheet(path, modulePrefix !== null, options);
  const analyzed = analyzeSheet(compiled.text, { rootClass, modulePrefix });
  const faults = analyzed.faults
    .slice(0, mostFaults)
    .map((fault) => describeFault(fault, compiled.findPlace, root))
    .flatMap((fault) => (isOfPackage(fault.file ?? "") ? forgivePackage(fault) : [fault]));
  return { ...analyzed, ...compiled, path, modulePrefix, problems: [...compiled.problems, ...faults] };
}

/** Whoever mends these sees the next; a file that is no sheet at all has thousands. */
const mostFaults = 50;

// Nobody can mend the sheet of a package: what can be left out of it is left out.
function forgivePackage(fault: Problem): Problem[] {
  if (fault.code === "KB404") return [];
  if (fault.code !== "KB407" && fault.code !== "KB409") return [fault];
  const fix = "nothing: the build leaves it out of the package's sheet.";
  return [{ ...fault, severity: "warning", fix }];
}

type Compiled = Pick<Sheet, "text" | "findPlace" | "problems" | "sources">;

async function readSheet(path: string, isModule: boolean, options: SheetOptions): Promise<Compiled> {
  try {
    const text = readText(path, options.root).replaceAll(/\r\n?|\f/g, "\n");
    if (extname(path) !== ".css") return await compileSass(path, isModule, options);
    return { text, findPlace: createPlaceFinder(path, text), problems: [], sources: [path] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { text: "", findPlace: createPlaceFinder(path, ""), problems: error.problems, sources: null };
  }
}

/** A sheet of the author's is held to UTF-8 without BOM; one of a package is taken as it is. */
function readText(path: string, root: string): string {
  const file = pathInProject(root, path);
  return isOfPackage(file) ? new TextDecoder().decode(readFileSync(path)) : readAuthorText(root, file, "");
}

function isOfPackage(file: string): boolean {
  return file.includes("node_modules/");
}

async function compileSass(
  path: string,
  isModule: boolean,
  { root, rootClass, startSass }: SheetOptions,
): Promise<Compiled> {
  const engine = await startSass();
  try {
    const wrapper = isModule ? `:global(.${rootClass})` : `.${rootClass}`;
    const { css, map, sources, warnings } = await engine.compile(path, wrapper);
    const unreadable = sources.flatMap((source) => findUnreadable(source, root));
    if (unreadable.length > 0) throw new UserError(unreadable);
    return {
      text: css,
      findPlace: createTracedPlaceFinder(path, css, map),
      problems: warnings.map((warning) => ({
        ...describeMessage(warning, path, root),
        code: "KB403",
        severity: "warning",
      })),
      sources,
    };
  } catch (error) {
    if (!(error instanceof SassFailure)) throw error;
    const { place } = error.details;
    const unreadable = place === null ? [] : findUnreadable(place.file, root);
    throw new UserError(unreadable.length > 0 ? unreadable : describeMessage(error.details, path, root));
  }
}

// Sass reads partials by itself: it takes a byte order mark, and calls UTF-16 a syntax error.
function findUnreadable(source: string, root: string): Problem[] {
  const file = pathInProject(root, source);
  const problem = isOfPackage(file) ? null : checkText(file, readFileSync(source));
  return problem === null ? [] : [problem];
}

function describeMessage({ text, place, line }: SassMessage, path: string, root: string): Problem {
  return createProblem({
    code: "KB402",
    message: `Sass says: ${/[.!?]$/.test(text) ? text : `${text}.`}`,
    file: pathInProject(root, place?.file ?? path),
    line: place?.line ?? null,
    column: place?.column ?? null,
    found: line === null ? null : shorten(line),
  });
}
