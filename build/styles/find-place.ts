import { fileURLToPath } from "node:url";
import { createLocator } from "../../src/checker/widget/text-file";
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
  const locate = createLocator(text);
  return (offset) => ({ file, ...locate(offset) });
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
