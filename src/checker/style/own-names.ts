import { findClassLibrary, isGenericName, isHostClass } from "../lists/host-classes";
import { hole } from "../script/fold-string";

/** What in a widget's styles and selectors carries the widget's own sign. */
export interface OwnNames {
  /** The code, the prefixes and the root class, as far as they are known or plain to see; empty where they are not. */
  readonly names: readonly string[];
  /** True for a class, an id, an attribute's value or a custom property that is the widget's. */
  isOwn(token: string): boolean;
}

/** What the widget and its project say of its names, and the class or id that each selector begins with. */
export interface NameSources {
  /** What the project says. */
  readonly declared: readonly string[];
  /** The code in manifest.json, as older widgets have it. */
  readonly code: string | null;
  readonly leading: readonly string[];
}

/**
 * A name is the widget's when it begins with the code or a declared prefix, or holds one between `-` and `_`; letter
 * case aside, and `_` the same as `-`. Where the project declares none, as with a stranger's archive, the code in the
 * manifest counts, and so do the beginnings that most selectors share; where there are none either, every name that is
 * neither the CRM's, nor a library's, nor a word like `row`.
 */
export function createOwnNames({ declared, code, leading }: NameSources): OwnNames {
  const known =
    declared.length > 0 ? declared : [...(code === null ? [] : [code]), ...leading.flatMap(readCode)];
  const guessed = declared.length > 0 ? [] : guessNames(leading);
  const carried = known.filter(
    (name) => leading.length === 0 || leading.some((token) => carries(token, name)),
  );
  const names = [...new Set([...(declared.length > 0 ? known : carried), ...guessed].map(normalize))].filter(
    (name) => name.length > 1,
  );
  return {
    names,
    isOwn(token) {
      // A part that is put in at run time is the widget's code, or something that the author keeps apart.
      if (token.includes(hole) || isHashed(token)) return true;
      return names.length === 0 ? !isNobodys(token) : names.some((name) => carries(token, name));
    },
  };
}

/** A compiler of CSS modules, Vue or a library of styles has made the name unique. */
function isHashed(token: string): boolean {
  return /^(?:css|sc|jsx|v)-(?=[a-z0-9]*\d)[a-zA-Z0-9]{5,}|[_-](?=[a-zA-Z0-9]*\d)(?=[a-zA-Z0-9]*[a-zA-Z])[a-zA-Z0-9]{5,}$/.test(
    token,
  );
}

function carries(token: string, name: string): boolean {
  const plain = normalize(token);
  const sign = normalize(name);
  return plain.startsWith(sign) || `-${plain}-`.includes(`-${sign}-`);
}

/** True for a name of the CRM's or a library's, and for a word like `row`, which anybody uses. */
export function isNobodys(token: string): boolean {
  return isHostClass(token) || isGenericName(token) || findClassLibrary(token) !== null;
}

/** The code in a class or id that the CRM makes of it. */
function readCode(token: string): string[] {
  const code = /^(?:card-widgets__widget-|work-area-|digital-pipeline__short-task_widget-style_)(\w+)$/.exec(
    token,
  )?.[1];
  return code === undefined || code.includes(hole) ? [] : [code];
}

/** Beginnings that a tenth of the selectors share, where they make more than half of all. */
function guessNames(leading: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const token of leading) {
    if (isNobodys(token)) continue;
    const first = beginningOf(token);
    if (first.length > 1 && !isGenericName(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= leading.length / 10);
  const covered = common.reduce((sum, [, count]) => sum + count, 0);
  return covered > leading.length / 2 ? common.map(([name]) => name) : [];
}

function beginningOf(token: string): string {
  return (
    normalize(token.replaceAll(/([a-z])([A-Z])/g, "$1-$2"))
      .split("-")
      .find((part) => part !== "" && part !== "js") ?? ""
  );
}

function normalize(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}
