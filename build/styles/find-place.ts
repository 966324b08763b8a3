import { fileURLToPath } from "node:url";
import { createTracer } from "../source-map";
import { wrapperName } from "./sass/sass-engine";

/** A place in a file of the author's, by its absolute path; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Leads from an offset in a sheet's text to the author's line. */
export type FindPlace = (offset: number) => Place;

/** For a sheet that is the author's own text. */
export function createPlaceFinder(file: string, text: string): FindPlace {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= findLines(text);
    const line = starts.findLastIndex((start) => start <= offset);
    return { file, line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

/** For what Sass made of a file: by its source map, to the partial that it came from. */
export function createTracedPlaceFinder(file: string, css: string, map: string): FindPlace {
  const findInCss = createPlaceFinder(file, css);
  let trace: ReturnType<typeof createTracer> | undefined;
  return (offset) => {
    const { line, column } = findInCss(offset);
    trace ??= createTracer(map);
    const source = trace(line, column);
    // What Sass made up, such as the root around everything, comes from no line of the author's.
    if (source === null || source.file.endsWith(wrapperName)) return { file, line: 1, column: 1 };
    return { ...source, file: fileURLToPath(source.file) };
  };
}

function findLines(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
