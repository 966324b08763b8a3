import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, extname, resolve, sep } from "node:path";
import { createProblem, type Problem } from "../../../src/manifest/problem";
import { largestText } from "../../project/read-author-file";
import { largestInline, nameAsset } from "../../script/import-assets";
import { pathInProject } from "../describe-fault";
import type { Sheet } from "../load-sheet";
import type { TextEdit } from "../scope/text-edit";
import type { UrlUse } from "./find-urls";

export interface PlacedAssets {
  /** What replaces the addresses in the sheet. */
  readonly edits: readonly TextEdit[];
  /** Path in the archive → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Absolute paths of the files that the sheet names, missing ones too. */
  readonly sources: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Brings the files that a sheet names by relative addresses into the widget: small ones into the sheet itself, larger
 * ones into the archive's `assets/`. Addresses of other kinds (`data:`, `#id`, `https:`, `/path`) stay as they are.
 */
export function placeAssets(sheet: Sheet, root: string): PlacedAssets {
  const edits: TextEdit[] = [];
  const files = new Map<string, Uint8Array>();
  const sources: string[] = [];
  const problems: Problem[] = [];
  for (const use of sheet.urls) {
    const parts = splitAddress(use.address);
    if (parts === null) continue;
    const place = sheet.findPlace(use.start);
    const source = findSource(parts.path, place.file, sheet);
    sources.push(source);
    const asset = readAsset(source, root);
    if ("bytes" in asset) {
      const name = nameAsset(parts.path, asset.bytes);
      const address = inline(parts, asset.bytes) ?? `${name}${parts.query}${parts.fragment}`;
      if (!address.startsWith("data:")) files.set(name, asset.bytes);
      edits.push({ start: use.start, end: use.end, text: writeAddress(use, address) });
    } else {
      problems.push(
        createProblem({ ...asset, ...place, file: pathInProject(root, place.file), found: use.address }),
      );
    }
  }
  return { edits, files, sources, problems };
}

interface Address {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** The parts of a relative address; null for one of another kind. */
function splitAddress(address: string): Address | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|\/|#|$)/i.test(address)) return null;
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? [];
  return path === "" ? null : { path: decode(path), query, fragment };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// Sass tells where a value is used, not in which partial a variable got it; so the other files are looked at as well.
function findSource(path: string, file: string, { sources }: Sheet): string {
  const candidates = [file, ...(sources ?? [])].map((source) => resolve(dirname(source), path));
  return candidates.find((candidate) => existsSync(candidate)) ?? (candidates[0] as string);
}

type Refusal = Pick<Problem, "code" | "message" | "expected" | "fix">;

function readAsset(path: string, root: string): { readonly bytes: Uint8Array } | Refusal {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) {
    return {
      code: "KB414",
      message: "The sheet names a file that does not exist.",
      expected: `a file ${pathInProject(root, path)}`,
      fix: "correct the path: it begins at the folder of the sheet that names it.",
    };
  }
  const real = realpathSync(path);
  if (!real.startsWith(root + sep) && !real.includes(`${sep}node_modules${sep}`)) {
    return {
      code: "KB415",
      message: "The sheet names a file outside of the project.",
      expected: "a file of the project or of a package",
      fix: "copy the file into the project.",
    };
  }
  if (stats.size > largestText) {
    return {
      code: "KB415",
      message: "The sheet names a file that is too large for a widget.",
      expected: `at most ${largestText / 1024 / 1024} MB`,
      fix: "make it smaller.",
    };
  }
  return { bytes: readFileSync(real) };
}

function inline({ path, fragment }: Address, bytes: Uint8Array): string | null {
  const type = types.get(extname(path).toLowerCase());
  if (type === undefined || bytes.length > largestInline) return null;
  if (type !== "image/svg+xml")
    return `data:${type};base64,${Buffer.from(bytes).toString("base64")}${fragment}`;
  const text = new TextDecoder().decode(bytes).trim().replaceAll(/\s+/g, " ").replaceAll('"', "'");
  return `data:${type},${text.replaceAll(/[%#<>[\]{}|\\^`]|[^\x20-\x7e]/gu, encodeURIComponent)}${fragment}`;
}

const types: ReadonlyMap<string, string> = new Map([
  [".svg", "image/svg+xml"],
  [".png", "image/png"],
  [".jpg", "image/jpeg"],
  [".jpeg", "image/jpeg"],
  [".gif", "image/gif"],
  [".webp", "image/webp"],
  [".avif", "image/avif"],
  [".woff", "font/woff"],
  [".woff2", "font/woff2"],
  [".ttf", "font/ttf"],
  [".otf", "font/otf"],
]);

function writeAddress({ isString }: UrlUse, address: string): string {
  const quoted = `"${address.replaceAll(/["\\\n]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
  return isString ? quoted : `url(${quoted})`;
}
