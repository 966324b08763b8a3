import type { Crm } from "../crm";
import { hasLocation } from "../../model/read-text";
import { compareCounts, takeCounts, type Counts, type GrowthKind } from "./count-growth";
import { createLedger, type Ledger } from "./create-ledger";
import { findLeakingRules } from "./find-leaking-rules";
import { describeNode } from "./own-places";

export interface HealthFinding {
  readonly kind: GrowthKind | "touched" | "leaking";
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
    return describe(first, takeCounts(window, ledger), ledger, leaking);
  } finally {
    ledger.close();
    await visit(crm, back);
  }
}

async function visit(crm: Crm, url: string): Promise<void> {
  await crm.navigate(url);
  await crm.settle();
  // What a widget does after its callbacks, without being waited for.
  await new Promise((resolve) => setTimeout(resolve, 100));
}

function chooseArea(crm: Crm, code: string): string {
  const widget = crm.model.tables.widgets.get(code);
  const { areas } = crm.page.get();
  const area = preferred.find((one) => widget !== undefined && hasLocation(widget, one));
  return areas.find((one) => one.area === area)?.url ?? "/dashboard/";
}

function describe(
  first: Counts,
  last: Counts,
  ledger: Ledger,
  leaking: ReadonlySet<string>,
): HealthFinding[] {
  const findings: HealthFinding[] = compareCounts(first, last).map(({ kind, count, items }) => ({
    kind,
    count,
    details: shorten(
      items.map(({ what, places: [place] }) => (place === undefined ? what : `${what} (${place})`)),
    ),
  }));
  const touched = shorten(ledger.takeChanges().map(({ node }) => describeNode(node)));
  if (touched.length > 0) findings.push({ kind: "touched", count: touched.length, details: touched });
  if (leaking.size > 0)
    findings.push({ kind: "leaking", count: leaking.size, details: shorten([...leaking]) });
  return findings;
}

function shorten(details: readonly string[]): readonly string[] {
  return [...new Set(details)].slice(0, 12);
}
