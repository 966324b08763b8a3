import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isScriptName, isStyleName } from "../../src/checker/widget/text-file";

/** What a file that an editor shows belongs to. */
export type Surroundings =
  /** A file of a widget as it is packed: the whole folder is checked. */
  | { readonly kind: "widget"; readonly folder: string; readonly file: string }
  /** A source of a project that is built, or a file of which nothing is known; `root` is where check.json would lie. */
  | { readonly kind: "source"; readonly root: string; readonly file: string; readonly isBuilt: boolean }
  /** Not a part of any widget. */
  | { readonly kind: "none" };

/**
 * Looks from a file upward for the widget that it is a part of: a project with `widget/manifest.ts`, or a folder with
 * a widget's manifest.json. Only the project's `widget/` ends up in the archive, and its tests do not.
 */
export function findSurroundings(path: string): Surroundings {
  for (let folder = dirname(path), below = ""; folder !== below; below = folder, folder = dirname(folder)) {
    const file = relative(folder, path).replaceAll("\\", "/");
    if (existsSync(join(folder, "widget", "manifest.ts")))
      return isShipped(file) ? { kind: "source", root: folder, file, isBuilt: true } : { kind: "none" };
    if (/\.(?:js|css)$/i.test(path) && isWidget(folder)) return { kind: "widget", folder, file };
  }
  return describeLone(path);
}

function isShipped(file: string): boolean {
  return file.startsWith("widget/") && !/\.(?:test|spec)\.[cm]?[jt]sx?$|\.d\.ts$/.test(file);
}

/** Web applications and extensions of browsers have a manifest.json too; only a widget's holds this key. */
function isWidget(folder: string): boolean {
  try {
    return readFileSync(join(folder, "manifest.json"), "utf8").includes('"widget"');
  } catch {
    return false;
  }
}

function describeLone(path: string): Surroundings {
  let root = dirname(path);
  for (let at = root, below = ""; at !== below; below = at, at = dirname(at))
    if (existsSync(join(at, "check.json"))) root = at;
  const file = relative(root, path).replaceAll("\\", "/");
  // A plain sheet goes into the archive as it is; whatever else stands alone, something is made of.
  const isBuilt = isScriptName(path) || (isStyleName(path) && !/\.css$/i.test(path));
  return { kind: "source", root, file, isBuilt };
}
