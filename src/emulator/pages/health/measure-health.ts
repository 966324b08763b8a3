import type { Crm } from "../crm";
import { hasLocation } from "../widgets/read-text";
import { createLedger, type Ledger } from "./create-ledger";
import { findLeakingRules } from "./find-leaking-rules";

export interface HealthFinding {
  readonly kind: "listeners" | "timers" | "observers" | "nodes" | "globals" | "rules" | "touched" | "leaking";
  readonly count: number;
  readonly details: readonly string[];
}

/** A page of the CRM on which no location draws anything. */
const neutral = "/mail/";
const visits = 3;
/** Preferred areas to visit: those where a widget does most. */
const preferred = ["lcard", "ccard", "comcard", "cucard", "llist", "clist", "advanced_settings", "dashboard"];

/**
 * Visits the widget's page and leaves it several times, and says what has grown: what lasts longer than the page and is
 * still held after `destroy`, host nodes that the widget changed outside its own places, and rules of its style sheets
 * that reach outside them. A widget without a page of its own is measured on the dashboard.
 */
export async function measureHealth(crm: Crm, code: string): Promise<HealthFinding[]> {
  const { window, page } = crm;
  const back = page.get().url;
  const area = chooseArea(crm, code);
  const ledger = createLedger(window, code);
  const leaking = new Set<string>();
  try {
    await visit(crm, area);
    await visit(crm, neutral);
    const first = takeCounts(window, ledger);
    for (let index = 0; index < visits; index += 1) {
      await visit(crm, area);
      for (const rule of findLeakingRules(window, code, ledger)) leaking.add(rule);
      await visit(crm, neutral);
    }
    return compare(first, takeCounts(window, ledger), ledger, leaking);
  } finally {
    ledger.close();
    await visit(crm, back);
  }
}

async function visit(crm: Crm, url: string): Promise<void> {
  await crm.navigate(url);
  await crm.settle();
  // What a widget does after its callbacks, without being waited for.
  await new Promise((resolve) => crm.window.setTimeout(resolve, 100));
}

function chooseArea(crm: Crm, code: string): string {
  const widget = crm.model.tables.widgets.get(code);
  const { areas } = crm.page.get();
  const area = preferred.find((one) => widget !== undefined && hasLocation(widget, one));
  return areas.find((one) => one.area === area)?.url ?? "/dashboard/";
}

interface Counts {
  readonly held: ReadonlyMap<string, number>;
  readonly nodes: readonly string[];
  readonly globals: readonly string[];
  readonly rules: number;
}

function takeCounts(window: Window & typeof globalThis, ledger: Ledger): Counts {
  const held = new Map<string, number>();
  for (const { kind, details } of ledger.holdings()) {
    const key = `${kind} ${details}`;
    held.set(key, (held.get(key) ?? 0) + 1);
  }
  const { document } = window;
  const nodes = [...document.head.children, ...document.body.children].map(
    (node) => `${node.tagName.toLowerCase()}${node.id === "" ? "" : `#${node.id}`}`,
  );
  let rules = 0;
  for (const sheet of document.styleSheets) rules += countRules(sheet);
  return { held, nodes, globals: Object.getOwnPropertyNames(window), rules };
}

function compare(first: Counts, last: Counts, ledger: Ledger, leaking: ReadonlySet<string>): HealthFinding[] {
  const findings: HealthFinding[] = [];
  for (const kind of ["listeners", "timers", "observers"] as const) {
    const grown = [...last.held].filter(
      ([key, count]) => key.startsWith(`${kind} `) && count > (first.held.get(key) ?? 0),
    );
    const count = grown.reduce((sum, [key, more]) => sum + more - (first.held.get(key) ?? 0), 0);
    add(
      kind,
      count,
      grown.map(([key]) => key.slice(kind.length + 1)),
    );
  }
  add("nodes", last.nodes.length - first.nodes.length, last.nodes.slice(first.nodes.length));
  const known = new Set(first.globals);
  const globals = last.globals.filter((name) => !known.has(name));
  add("globals", globals.length, globals);
  add("rules", last.rules - first.rules, []);
  add("touched", ledger.touched().length, ledger.touched());
  add("leaking", leaking.size, [...leaking]);
  return findings;

  function add(kind: HealthFinding["kind"], count: number, details: readonly string[]): void {
    if (count > 0) findings.push({ kind, count, details: [...new Set(details)].slice(0, 12) });
  }
}

function countRules(sheet: CSSStyleSheet): number {
  try {
    return sheet.cssRules.length;
  } catch {
    return 0;
  }
}
