import type { JsonDocument, JsonPath } from "../json/json-document";

/** manifest.json read without trust: every question has an answer, whatever the file holds. */
export interface ManifestView {
  /** Null when the widget has no manifest.json in its root. */
  readonly document: JsonDocument | null;
  readonly locales: readonly string[];
  readonly locations: readonly ListedLocation[];
  /** The value at a path, or undefined. */
  get(...path: JsonPath): unknown;
  has(code: string): boolean;
}

export interface ListedLocation {
  readonly raw: string;
  readonly code: string;
  readonly suffix: "0" | "1" | null;
  readonly path: JsonPath;
}

/** Far beyond what the platform has; what a hostile manifest lists beyond it is not looked at. */
const mostLocales = 100;
const mostLocations = 500;

export function viewManifest(document: JsonDocument | null): ManifestView {
  const get = (...path: JsonPath) => path.reduce<unknown>(stepInto, document?.value);
  const locations = arrayOf(get("locations"))
    .slice(0, mostLocations)
    .flatMap((raw, index) => (typeof raw === "string" ? [readLocation(raw, ["locations", index])] : []));
  return {
    document,
    locales: [...new Set(arrayOf(get("widget", "locale")).filter((item) => typeof item === "string"))].slice(
      0,
      mostLocales,
    ),
    locations,
    get,
    has: (code) => locations.some((location) => location.code === code),
  };
}

function readLocation(raw: string, path: JsonPath): ListedLocation {
  const [, code, suffix] = /^(.*?)(?:-([01]))?$/s.exec(raw) as RegExpExecArray;
  return { raw, code: code as string, suffix: (suffix as "0" | "1" | undefined) ?? null, path };
}

function stepInto(value: unknown, key: string | number): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string | number, unknown>)[key];
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An object that is no array; null for everything else. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
