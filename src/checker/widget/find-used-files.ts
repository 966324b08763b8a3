import { hole } from "../script/fold-string";
import { logos, pipelineLogo } from "../lists/branding-images";
import type { Reference } from "./collect-references";
import type { Widget } from "./create-widget";
import { arrayOf, objectOf } from "./manifest-view";

/**
 * The files that something in the widget uses: what the platform asks for by name, and what a used file names, be it
 * by path, by base name, or by folder with a name that is made at run time.
 */
export function findUsedFiles(widget: Widget): ReadonlySet<string> {
  const used = new Set<string>();
  const queue: string[] = [];
  const use = (path: string) => {
    if (used.has(path) || !widget.files.has(path)) return;
    used.add(path);
    queue.push(path);
  };
  const endings = indexEndings(widget.files.keys(), new Set([".js", ...listAddedEndings(widget)]));
  for (const path of namedByPlatform(widget)) use(path);
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const references = widget.referencesOf(file);
    for (const path of listTails(references)) use(path);
    for (const parts of listPaths(references)) {
      if (parts.length === 1) for (const path of endings.get(parts[0] as string) ?? []) use(path);
      else for (const path of widget.files.keys()) if (matchesEnd(path, parts)) use(path);
    }
  }
  return used;
}

/** `.css` where the code makes `name + ".css"`: names without it may stand anywhere. */
function listAddedEndings(widget: Widget): readonly string[] {
  const texts = widget.scripts.flatMap(({ file }) => widget.referencesOf(file).map(({ text }) => text));
  return texts.flatMap((text) => {
    const added = text.lastIndexOf(hole);
    return added < 0
      ? []
      : (/^\.(?:css|twig|html?|json|svg|png)(?=$|[?#"'])/.exec(text.slice(added + 1))?.[0] ?? []);
  });
}

/** Every way to name a file: its path and what follows each of its slashes, without an ending that is added too. */
function indexEndings(
  paths: Iterable<string>,
  added: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const add = (ending: string, path: string) => {
    const paths = index.get(ending);
    if (paths === undefined) index.set(ending, [path]);
    else paths.push(path);
  };
  for (const path of paths) {
    const ending = path.slice(path.lastIndexOf("."));
    for (let start = 0; start >= 0; start = path.indexOf("/", start) + 1 || -1) {
      add(path.slice(start), path);
      if (added.has(ending) && path.length - ending.length > start)
        add(path.slice(start, -ending.length), path);
    }
  }
  return index;
}

const mostPatterns = 2000;

/** The paths that texts may stand for; those with a hole only up to a number that no honest widget reaches. */
function listPaths(references: readonly Reference[]): readonly (readonly string[])[] {
  const tokens = new Set(references.flatMap(({ text }) => [text, ...text.split(separators)]));
  const paths = [...tokens].flatMap((token) => [splitToken(token)].filter((parts) => parts !== null));
  const patterns = paths.filter((parts) => parts.length > 1).slice(0, mostPatterns);
  return [...paths.filter((parts) => parts.length === 1), ...patterns];
}

function namedByPlatform(widget: Widget): string[] {
  const { manifest } = widget;
  const tour = Object.values(objectOf(manifest.get("tour", "tour_images")) ?? {}).flatMap(arrayOf);
  const images = [...logos, pipelineLogo].map(({ path }) => path.replace(/\.png$/, ""));
  return [
    "manifest.json",
    "script.js",
    ...(manifest.has("amoforms") ? ["amoforms.js"] : []),
    ...(manifest.has("personal_page") ? ["personal_page.js"] : []),
    ...manifest.locales.map((locale) => `i18n/${locale}.json`),
    ...images.flatMap((stem) => ["png", "jpg", "jpeg", "gif"].map((ending) => `${stem}.${ending}`)),
    ...tour.filter((path) => typeof path === "string").map((path) => path.replace(/^\//, "")),
  ];
}

/** What follows a slash at the end of a longer address: "/upl/" + code + "/widget/style.css" is style.css. */
function listTails(references: readonly Reference[]): readonly string[] {
  const tokens = new Set(references.flatMap(({ text }) => text.split(separators)));
  return [...tokens].flatMap((token) => {
    const known = token.replace(/[?#].*$/s, "").slice(token.lastIndexOf(hole) + 1);
    const steps = known.split("/");
    return steps.length > mostSteps ? [] : steps.map((_, index) => steps.slice(index).join("/"));
  });
}

const mostSteps = 20;

/** What may stand around a path inside a longer text: `<link href="…">`, `url(…)`, `text!…`. */
const separators = /["'`<>=()\s!,;]+/;

/** The known parts of a path, with what a running page decides between them; null for what is no path. */
function splitToken(token: string): readonly string[] | null {
  const parts = token
    .replace(/[?#].*$/s, "")
    .replace(/^(?:\.{0,2}\/)+/, "")
    .split(hole);
  if (parts.length === 1) return parts[0] === "" ? null : parts;
  const known = parts.join("").replace(/\.\w+$/, "");
  // An ending alone, `name + ".png"`, says nothing of which file is meant.
  return /[/.]/.test(parts.join("")) && /\w\w/.test(known) ? parts : null;
}

/** True when the path, or what follows one of its slashes, is the parts with anything between them. */
function matchesEnd(path: string, parts: readonly string[]): boolean {
  // Behind a hole a known part may begin anywhere; a slash before the path makes "/templates/" fit "templates/a.twig".
  if (parts[0] === "") return matchesFrom(`/${path}`, parts, 0);
  for (let start = 0; start >= 0; start = path.indexOf("/", start) + 1 || -1) {
    if (path.startsWith(parts[0] as string, start) && matchesFrom(path, parts, start)) return true;
  }
  return false;
}

function matchesFrom(path: string, parts: readonly string[], start: number): boolean {
  let at = start;
  for (const part of parts.slice(0, -1)) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1) as string;
  if (parts.length === 1) return path.slice(start) === last;
  return path.length - last.length >= at && path.endsWith(last);
}
