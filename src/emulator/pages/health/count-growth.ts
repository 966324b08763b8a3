import type { Ledger } from "./create-ledger";

/** What of a widget is there between two visits. */
export interface Counts {
  readonly held: ReadonlyMap<string, { readonly count: number; readonly places: readonly string[] }>;
  readonly nodes: readonly string[];
  readonly globals: readonly string[];
  readonly rules: number;
}

export type GrowthKind = "listeners" | "timers" | "observers" | "nodes" | "globals" | "rules";

export interface Growth {
  readonly kind: GrowthKind;
  readonly count: number;
  readonly items: readonly { readonly what: string; readonly places: readonly string[] }[];
}

export function takeCounts(window: Window & typeof globalThis, ledger: Ledger): Counts {
  const held = new Map<string, { count: number; places: readonly string[] }>();
  for (const { kind, what, places } of ledger.holdings()) {
    const key = `${kind} ${what}\n${places[0] ?? ""}`;
    held.set(key, { count: (held.get(key)?.count ?? 0) + 1, places });
  }
  const { document } = window;
  const nodes = [...document.head.children, ...document.body.children].map(
    (node) => `${node.tagName.toLowerCase()}${node.id === "" ? "" : `#${node.id}`}`,
  );
  let rules = 0;
  for (const sheet of document.styleSheets) rules += countRules(sheet);
  return { held, nodes, globals: Object.getOwnPropertyNames(window), rules };
}

/** What there is more of than before, kind by kind; nothing where nothing has grown. */
export function compareCounts(first: Counts, last: Counts): Growth[] {
  const growths: Growth[] = [];
  for (const kind of ["listeners", "timers", "observers"] as const) {
    const grown = [...last.held].flatMap(([key, { count, places }]) => {
      const more = count - (first.held.get(key)?.count ?? 0);
      const what = (key.split("\n", 1)[0] as string).slice(kind.length + 1);
      return key.startsWith(`${kind} `) && more > 0 ? [{ what, places, more }] : [];
    });
    add(
      kind,
      grown.reduce((sum, { more }) => sum + more, 0),
      grown,
    );
  }
  add("nodes", last.nodes.length - first.nodes.length, name(last.nodes.slice(first.nodes.length)));
  const known = new Set(first.globals);
  const globals = last.globals.filter((one) => !known.has(one));
  add("globals", globals.length, name(globals));
  add("rules", last.rules - first.rules, []);
  return growths;

  function add(kind: GrowthKind, count: number, items: Growth["items"]): void {
    if (count > 0) growths.push({ kind, count, items });
  }
}

function name(all: readonly string[]): Growth["items"] {
  return [...new Set(all)].map((what) => ({ what, places: [] }));
}

function countRules(sheet: CSSStyleSheet): number {
  try {
    return sheet.cssRules.length;
  } catch {
    return 0;
  }
}
