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
  readonly declared: readonly string[];
  readonly leading: readonly string[];
}

/**
 * A name is the widget's when it begins with the code or a declared prefix, or holds one between `-` and `_`; letter
 * case aside, and `_` the same as `-`. Where a stranger's archive declares none, the beginnings that most of its
 * selectors share are taken, and where there are none either, every name that is neither the CRM's, nor a library's,
 * nor a word like `row`.
 */
export function createOwnNames({ declared, leading }: NameSources): OwnNames {
  const known = [...declared, ...leading.flatMap(readCode)].filter((name) => name.length > 1);
  const names = [...new Set((known.length > 0 ? known : guessNames(leading)).map(normalize))];
  const isNobodys = (token: string) =>
    isHostClass(token) || isGenericName(token) || findClassLibrary(token) !== null;
  return {
    names,
    isOwn(token) {
      // A part that is put in at run time is the widget's code, or something that the author keeps apart.
      if (token.includes(hole)) return true;
      const plain = normalize(token);
      if (names.length === 0) return !isNobodys(token);
      return names.some((name) => plain.startsWith(name) || `-${plain}-`.includes(`-${name}-`));
    },
  };
}

/** The code in a class or id that the CRM makes of it. */
function readCode(token: string): string[] {
  const code = /^(?:card-widgets__widget-|work-area-|digital-pipeline__short-task_widget-style_)(\w+)$/.exec(token)?.[1];
  return code === undefined || code.includes(hole) ? [] : [code];
}

/** Beginnings that a fifth of the selectors share, where they make more than half of all. */
function guessNames(leading: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const token of leading) {
    if (isHostClass(token) || isGenericName(token) || findClassLibrary(token) !== null) continue;
    const first = beginningOf(token);
    if (first.length > 1 && !isGenericName(first)) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= leading.length / 5 && count > 1);
  const covered = common.reduce((sum, [, count]) => sum + count, 0);
  return covered > leading.length / 2 ? common.map(([name]) => name) : [];
}

function beginningOf(token: string): string {
  return (normalize(token.replaceAll(/([a-z])([A-Z])/g, "$1-$2")).split("-")).find((part) => part !== "" && part !== "js") ?? "";
}

function normalize(name: string): string {
  return name.toLowerCase().replaceAll("_", "-");
}
