import type { Host } from "../sdk/host";
import type { CallbackRunner } from "./run-callback";

/** For each kind of list: the location that a widget must name, and the callbacks, the first that exists. */
const lists: Readonly<Record<string, { readonly location: string; readonly callbacks: readonly string[] }>> =
  {
    leads: { location: "llist", callbacks: ["leads.selected"] },
    contacts: { location: "clist", callbacks: ["contacts.selected"] },
    companies: { location: "clist", callbacks: ["companies.selected", "contacts.selected"] },
    customers: { location: "culist", callbacks: ["customers.selected"] },
    todo: { location: "tlist", callbacks: ["todo.selected", "tasks.selected"] },
  };

/** Entries of the "More" menu over ticked rows, by the widget's name. */
export function listListActions(host: Host, callbacks: CallbackRunner): { code: string; title: string }[] {
  return Object.keys(host.APP.widgets.list)
    .filter((code) => findAction(code, host, callbacks) !== undefined)
    .map((code) => ({ code, title: titleOf(code, host) }))
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** Opens the panel and calls the widget's callback; false where it has no entry on this page. */
export async function runListAction(code: string, host: Host, callbacks: CallbackRunner): Promise<boolean> {
  const name = findAction(code, host, callbacks);
  const widget = host.APP.widgets.list[code];
  if (name === undefined || widget === undefined) return false;
  if (usesPanel(code, host)) host.panel.show(code);
  else host.panel.expect(code);
  await callbacks.runAndWait(code, widget, name);
  return true;
}

function findAction(code: string, host: Host, callbacks: CallbackRunner): string | undefined {
  const list = lists[host.page?.code ?? ""];
  const widget = host.APP.widgets.list[code];
  const row = host.model.tables.widgets.get(code);
  const isListed = row?.manifest.locations.some(
    (location) => location.replace(/-[01]$/, "") === list?.location,
  );
  if (list === undefined || isListed !== true) return undefined;
  return list.callbacks.find((name) => callbacks.has(widget, name));
}

/** The location's suffix "-0" says that the widget needs no panel. */
function usesPanel(code: string, host: Host): boolean {
  const location = lists[host.page?.code ?? ""]?.location;
  return host.model.tables.widgets.get(code)?.manifest.locations.includes(`${location}-0`) !== true;
}

function titleOf(code: string, host: Host): string {
  return (
    host.errors.guard(code, () => {
      const texts = host.APP.widgets.list[code]?.langs?.widget as { name?: unknown } | undefined;
      return String(texts?.name ?? code);
    }) ?? code
  );
}
