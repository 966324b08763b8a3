import { joinNames } from "../../findings/join-names";
import { isTrivial } from "../../script/find-callbacks";
import { defineRule, everyBrand } from "../../rule";
import type { Widget } from "../../widget/create-widget";
import { loadsFromOutside } from "../../widget/loads-from-outside";
import { objectOf, type ListedLocation } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

/** Callbacks of which one, with a body that does something, shows that a location is used; null where nothing shows. */
const signs: Readonly<Record<string, readonly string[] | null>> = {
  llist: ["leads.selected", "render", "init", "bind_actions"],
  clist: ["contacts.selected", "companies.selected", "render", "init", "bind_actions"],
  culist: ["customers.selected", "render", "init", "bind_actions"],
  tlist: ["todo.selected", "tasks.selected", "render", "init", "bind_actions"],
  settings: ["settings", "onSave", "render", "init", "bind_actions"],
  advanced_settings: ["advancedSettings"],
  card_sdk: ["loadPreloadedData", "loadElements", "linkCard", "searchDataInCard"],
  catalogs: ["loadCatalogElement"],
  digital_pipeline: ["dpSettings"],
  salesbot_designer: ["onSalesbotDesignerSave", "salesbotDesignerSettings"],
  widget_page: ["initMenuPage"],
  // Served by the author's own server, or by nothing that stands in the archive.
  lead_sources: null,
  sms: null,
  mobile_card: null,
  ai_agent: null,
  website_chat_button: null,
  whatsapp_modal: null,
};
const mostNamed = 30;
const common = ["render", "init", "bind_actions"];

export const km212 = defineRule({
  id: "KM212",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "No location is listed that the code does not use.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "In every listed place the CRM loads the script for every user, for nothing.",
  good: '"locations": ["llist-0"], and callbacks.leads.selected does something',
  bad: '"locations": ["ccard-1"], and render, init and bind_actions only return true',
  check(context) {
    const { widget, skip } = context;
    const report = createMemberReporter(context);
    const bundled = widget.scripts.find(({ file }) => widget.originOf(file) === "bundled");
    if (bundled !== undefined) return skip(`${bundled.file} is bundled code`);
    if (!widget.files.has("script.js") || widget.brokenScripts.length > 0)
      return skip("script.js cannot be read");
    if (loadsFromOutside(widget)) return skip("code of another host is loaded, which is not in the archive");
    const unused = widget.manifest.locations.filter((listed) => !isUsed(widget, listed));
    const [first] = unused;
    if (first === undefined) return;
    // Callbacks that do nothing leave many locations unused: that is one cause.
    const codes = new Set(unused.map(({ code }) => code));
    report(
      first.path,
      `Nothing in the code uses the location${codes.size > 1 ? "s" : ""} ${joinNames([...codes].slice(0, mostNamed))}.`,
      { expected: "a callback that does something there", fix: "drop what is not used from locations." },
    );
  },
});

function isUsed(widget: Widget, { code }: ListedLocation): boolean {
  const names = signs[code] === undefined ? common : signs[code];
  if (names === null) return true;
  if (widget.callbacks.some((callback) => names.includes(callback.name) && !isTrivial(callback))) return true;
  // Callbacks that are made at run time cannot be seen.
  if (widget.callbacks.length === 0) return true;
  if (code === "settings" && Object.keys(objectOf(widget.manifest.get("settings")) ?? {}).length > 0)
    return true;
  if (code === "digital_pipeline" && widget.manifest.get("dp", "webhook_url") !== undefined) return true;
  return widget.scripts.some((script) => mentionsArea(script.source, code));
}

function mentionsArea(source: string, code: string): boolean {
  if (code.endsWith("list") && /\blist_selected\b/.test(source)) return true;
  const spellings = [code, code.replaceAll("_", "-")];
  return spellings.some((spelling) =>
    [`"${spelling}"`, `'${spelling}'`, `\`${spelling}\``].some((text) => source.includes(text)),
  );
}
