import type { JsonPath } from "../../json/json-document";
import { suggestName } from "../../../manifest/suggest-name";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

const topKeys = [
  "widget",
  "locations",
  "tour",
  "settings",
  "dp",
  "advanced",
  "salesbot_designer",
  "sms",
  "mobile",
  "left_menu",
];
const widgetKeys = [
  "name",
  "description",
  "short_description",
  "version",
  "interface_version",
  "init_once",
  "locale",
  "installation",
  "support",
  "code",
  "secret_key",
];
const itemKeys = ["title", "icon", "icons", "sort", "submenu", "is_hidden"];
/** Keys that only the sister product reads. */
const amocrmKeys = new Set(["amoforms_settings", "is_showcase"]);

export const km218 = defineRule({
  id: "KM218",
  clause: "Quality rule of this checker: Kommo: manifest.json lists the keys that are read",
  title: "The manifest has no keys that the CRM does not know.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "An unknown key does nothing. Most often it is a known one, spelled wrong.",
  good: '"init_once": true',
  bad: '"initOnce": true; "scopes": []',
  check(context) {
    checkKeys(context, [], topKeys);
    checkKeys(context, ["widget"], widgetKeys);
    checkKeys(context, ["widget", "support"], ["link", "email"]);
    checkKeys(context, ["tour"], ["is_tour", "tour_images", "tour_description"]);
    checkKeys(
      context,
      ["dp"],
      ["settings", "action_multiple", "webhook_url", ...(context.brand === "amocrm" ? ["title"] : [])],
    );
    for (const code of Object.keys(objectOf(context.widget.manifest.get("left_menu")) ?? {}))
      checkKeys(context, ["left_menu", code], itemKeys);
  },
});

const mostKeys = 500;

function checkKeys(context: RuleContext, path: JsonPath, known: readonly string[]): void {
  const report = createMemberReporter(context);
  for (const key of Object.keys(objectOf(context.widget.manifest.get(...path)) ?? {}).slice(0, mostKeys)) {
    if (known.includes(key) || (context.brand === "amocrm" && amocrmKeys.has(key))) continue;
    // KM205 says where locations belong.
    if (path[0] === "widget" && path.length === 1 && key === "locations") continue;
    const meant = suggestName(key, known);
    report([...path, key], `The key "${key}" is not known here.`, {
      severity: amocrmKeys.has(key) ? "note" : "warning",
      found: null,
      expected: meant ? `"${meant}"` : known.join(", "),
      fix: meant ? `write "${meant}".` : "drop it.",
    });
  }
}
