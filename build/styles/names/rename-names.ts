import type { TextEdit } from "../scope/text-edit";
import type { NameFlow, NameKind, NameUse, SheetNames } from "./name-use";

/** The names of one sheet; those of a CSS module that are its own get the module's prefix instead of the widget's. */
export interface NamedSheet {
  readonly names: SheetNames;
  /** Null for a sheet that is no CSS module. */
  readonly modulePrefix: string | null;
}

/**
 * Gives every name that the sheets of a widget define a prefix, wherever they use it: the edits of each sheet, in the
 * order of the sheets. A name that begins with the widget's own stays, so that a script can know it.
 */
export function renameNames(sheets: readonly NamedSheet[], rootClass: string): TextEdit[][] {
  const shared = new Set<string>();
  const own = sheets.map(() => new Set<string>());
  for (const [index, { names, modulePrefix }] of sheets.entries()) {
    for (const use of names.uses) {
      if (!use.defines) continue;
      if (modulePrefix !== null && localKinds.has(use.kind)) own[index]?.add(keyOf(use));
      else shared.add(keyOf(use));
    }
  }
  const reached = followFlows(sheets.flatMap(({ names }) => names.flows));

  return sheets.map(({ names, modulePrefix }, index) => {
    const edits = new Map<number, TextEdit>();
    for (const use of names.uses) {
      const isOwn = own[index]?.has(keyOf(use)) ?? false;
      if (!isOwn && !shared.has(keyOf(use))) continue;
      if (use.within !== null && !reached.get(use.kind)?.has(use.within)) continue;
      if (hasPrefix(use.name, rootClass)) continue;
      const text = isOwn ? `${modulePrefix}_` : `${rootClass}-`;
      edits.set(use.offset, { start: use.offset, end: use.offset, text });
    }
    return [...edits.values()];
  });
}

/** The kinds of which a CSS module has its own. */
const localKinds: ReadonlySet<NameKind> = new Set(["keyframes", "container"]);

function keyOf({ kind, name }: NameUse): string {
  return `${kind}:${name}`;
}

function hasPrefix(name: string, rootClass: string): boolean {
  return name === rootClass || name.startsWith(`${rootClass}-`) || name.startsWith(`${rootClass}_`);
}

/** For each kind of names the custom properties whose values end up as such names. */
function followFlows(flows: readonly NameFlow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>();
  for (const { property, to } of flows) {
    const known = sources.get(to);
    if (known === undefined) sources.set(to, new Set([property]));
    else known.add(property);
  }
  const reached = new Map<string, ReadonlySet<string>>();
  for (const [kind, direct] of sources) {
    if (kind.startsWith("--")) continue;
    const found = new Set(direct);
    // A set hands out what is added while it is walked.
    for (const property of found) for (const source of sources.get(property) ?? []) found.add(source);
    reached.set(kind, found);
  }
  return reached;
}
