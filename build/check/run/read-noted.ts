import { sightKinds, type CodePlace, type Sight, type SightKind } from "../../../src/checker/page-evidence";

const most = 1000;
const longest = 400;
const mostPlaces = 6;
const kinds = new Set<unknown>(sightKinds);

/** Takes what a page says that it has seen; the page may be hostile, so that nothing of it is believed but its shape. */
export function readNoted(value: unknown, area: string): Sight[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, most).flatMap((one: unknown) => {
    const { kind, subject, detail, places } = Object(one) as Record<string, unknown>;
    if (!kinds.has(kind) || typeof subject !== "string" || typeof detail !== "string") return [];
    return [
      {
        kind: kind as SightKind,
        areas: [area],
        subject: subject.slice(0, longest),
        detail: detail.slice(0, longest),
        places: Array.isArray(places) ? readPlaces(places) : [],
      },
    ];
  });
}

/** `lib/a.js:120:14`; what is no place of a file is left out. */
export function readPlaces(texts: readonly unknown[]): CodePlace[] {
  return texts.slice(0, mostPlaces).flatMap((text) => {
    const found = /^([^:?#]{1,200}):(\d{1,8}):(\d{1,8})$/.exec(typeof text === "string" ? text : "");
    if (found === null) return [];
    const [, file = "", line, column] = found;
    return [{ file: decodeFile(file), line: Number(line), column: Number(column) }];
  });
}

function decodeFile(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
