import type { InstalledWidget, Json, User } from "../../model/entities";
import { listLocationCodes } from "../../model/read-manifest";
import type { Model } from "../../model/model";
import type { WidgetList, WidgetRecord } from "../../model/wire";
import { describePage } from "../../sdk/page-codes";
import { readForm, readText, type Call } from "../call";
import { json, type RestResponse } from "../message";

/**
 * `POST /ajax/widgets/list` with `area=<page code>`: the widgets that run there, and what `system()` answers
 * (observed behaviour of the product; `area` may carry a widget's code, as in `widgetsSettings:<code>`).
 */
export function listWidgetsOfArea(call: Call): RestResponse {
  const area = readText(readForm(call), "area") ?? readText(call.query, "area") ?? "";
  return json(listWidgets(call.model, call.user, area));
}

/** The same for whoever has no request to answer. */
export function listWidgets(model: Model, user: User, area: string): WidgetList {
  const widgets = [...model.tables.widgets.all()].filter((widget) => runsIn(widget, area));
  return {
    widgets: Object.fromEntries(widgets.map((widget) => [widget.code, presentRecord(model, widget)])),
    system: presentSystem(model, user, area),
  };
}

/** Whether a widget is started on a page: where its manifest lists it, everywhere, or always with `init_once`. */
function runsIn(widget: InstalledWidget, area: string): boolean {
  const [page = "", code] = splitArea(area);
  if (code !== undefined && page !== "advanced-settings" && page !== "widget-page")
    return widget.code === code;
  const locations = listLocationCodes(widget.manifest);
  if (widget.manifest.init_once || locations.includes("everywhere")) return true;
  if (code !== undefined && widget.code !== code) return false;
  return (locationsOf[page] ?? [describePage(area).area]).some((location) => locations.includes(location));
}

/** Pages that more than one location, or another than the page's own area, belongs to. */
const locationsOf: Readonly<Record<string, readonly string[]>> = {
  leads_card: ["lcard", "card_sdk"],
  contacts_card: ["ccard", "card_sdk"],
  companies_card: ["comcard", "card_sdk"],
  customers_card: ["cucard", "card_sdk"],
  "leads-dp": ["digital_pipeline", "lead_sources"],
  "settings-communications": ["whatsapp_modal", "sms"],
  catalog_card: ["catalogs"],
};

function splitArea(area: string): [page: string, code?: string] {
  const colon = area.indexOf(":");
  return colon === -1 ? [area] : [area.slice(0, colon), area.slice(colon + 1)];
}

/** What the loader needs to start one widget. */
export function presentRecord(model: Model, widget: InstalledWidget): WidgetRecord {
  const lang = chooseLanguage(model, widget);
  const texts = lang === null ? null : (widget.texts[lang] ?? null);
  return {
    id: widget.id,
    code: widget.code,
    name: translate(texts, widget.manifest.name),
    description: translate(texts, widget.manifest.description),
    src: `${widget.path}/script.js`,
    lang: lang === null ? "" : `${widget.path}/i18n/${lang}.json`,
    path: widget.path,
    images_path: `${widget.path}/images`,
    cdn_path: widget.path,
    settings: widget.settings,
    installed_version: widget.version,
    active: widget.is_active ? "Y" : "N",
    init_once: widget.manifest.init_once ? "Y" : "N",
    status: widget.status,
    support: Object.keys(widget.manifest.support).length === 0 ? [] : widget.manifest.support,
    oauth_client_uuid: widget.client_uuid,
    category_id: 0,
  };
}

/** The account's language, English, or the first that the archive has; null where it has none. */
function chooseLanguage(model: Model, widget: InstalledWidget): string | null {
  const user = model.tables.users.get(model.account.current_user_id);
  const wanted = [user?.lang ?? model.account.language, model.account.language, "en"];
  return wanted.find((locale) => locale in widget.texts) ?? Object.keys(widget.texts)[0] ?? null;
}

/** A text of the manifest: a path into the texts, or the text itself where it leads nowhere. */
export function translate(texts: Json, path: string): string {
  let part: Json | undefined = texts;
  for (const key of path.split(".")) {
    part =
      typeof part === "object" && part !== null && !Array.isArray(part) && Object.hasOwn(part, key)
        ? (part as { readonly [key: string]: Json })[key]
        : undefined;
  }
  return typeof part === "string" ? part : path;
}

function presentSystem(model: Model, user: User, area: string): WidgetList["system"] {
  const { account, tables } = model;
  const counts: Record<string, number> = {};
  for (const [page, location] of panelPages) {
    counts[page] = [...tables.widgets.all()].filter(
      (widget) => widget.is_active && usesPanel(widget, location),
    ).length;
  }
  return {
    area: describePage(area).area,
    amouser_id: String(user.id),
    amouser: user.email,
    amohash: "",
    domain: `${account.subdomain}.${account.top_level_domain}`,
    subdomain: account.subdomain,
    server: `.${account.top_level_domain}`,
    displayed_count: counts[area] ?? 0,
    displayed_count_by_area: counts,
  };
}

const panelPages = [
  ["leads_card", "lcard"],
  ["contacts_card", "ccard"],
  ["companies_card", "comcard"],
  ["customers_card", "cucard"],
  ["leads", "llist"],
  ["contacts", "clist"],
  ["customers", "culist"],
  ["todo", "tlist"],
] as const;

/** A location without a suffix counts as `-1`. */
function usesPanel(widget: InstalledWidget, location: string): boolean {
  return widget.manifest.locations.some((entry) => entry === location || entry === `${location}-1`);
}
