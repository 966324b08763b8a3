import type { Change } from "../../../src/emulator/pages/health/watch-changes";
import { describeNode } from "../../../src/emulator/pages/health/own-places";
import type { SightKind } from "../../../src/checker/page-evidence";
import type { Notebook } from "./note";

/** Areas whose page as a whole is an interface that a widget may change. Kommo: Widget locations. */
const interfaces =
  /^(?:[lc]card|comcard|cucard|[lc]list|culist|tlist|card_sdk|catalogs|digital_pipeline|lead_sources|salesbot_designer|ai_agent|whatsapp_modal|website_chat_button|tline|tcalendar)$/;

/** Areas that are a page of the widget's own: it has the bar above its content too. */
const pages = /^(?:advanced_settings|widget_page)$/;

/** Sorts what the widget changed of the CRM's nodes by where they lie. `area` is null on a page of nobody's. */
export function judgeChanges(
  changes: readonly Change[],
  code: string,
  area: string | null,
  { note }: Notebook,
): void {
  for (const change of changes) {
    const kind = findKind(change, code, area);
    if (kind !== null) note(kind, describeNode(change.node), describe(change), change.places);
  }
}

function findKind({ node, how }: Change, code: string, area: string | null): SightKind | null {
  if (node.closest("#left_menu, #nav_menu, .nav__menu") !== null) return "menu";
  const block = node.closest(".card-widgets__widget, [data-code]");
  if (block !== null && block.getAttribute("data-code") !== code) return "neighbour";
  if (node.matches(".card-widgets__elements")) return how === "removed" ? "neighbour" : null;
  if (node.closest(".modal-body") !== null) return "trigger-window";
  if (node.closest("#page_holder") !== null && area !== null && interfaces.test(area)) return "interface";
  if (area !== null && pages.test(area) && node.closest(".content__top") !== null) return "interface";
  return node.closest("head, .widget-settings, .notifications-toasts") === null ? "outside" : null;
}

function describe({ how, what }: Change): string {
  if (how === "changed") return `its ${what} was changed`;
  return how === "added" ? `${what} was put into it` : `${what} was taken out of it`;
}
