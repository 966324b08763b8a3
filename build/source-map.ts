import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";

/** A place in an author's source; line and column count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Leads from a place in compiled code (line and column from 1) to the author's source; null where no line leads. */
export function traceToSource(map: string, line: number, column: number): SourcePlace | null {
  return createTracer(map)(line, column);
}

/** As `traceToSource`, for many places: the map is read once. */
export function createTracer(map: string): (line: number, column: number) => SourcePlace | null {
  const trace = new TraceMap(map);
  return (line, column) => {
    const place = originalPositionFor(trace, { line, column: column - 1 });
    return place.source === null ? null : { file: place.source, line: place.line, column: place.column + 1 };
  };
}
