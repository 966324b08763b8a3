import type { JsonPath } from "../../json/json-document";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

const fieldTypes = ["text", "pass", "users", "users_lp", "custom"];
const stepTypes = ["text", "numeric", "url"];

export const km215 = defineRule({
  id: "KM215",
  clause: "Kommo: manifest.json, Field types; amoCRM: Fields",
  title: "Fields and blocks have legal types and values.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "The CRM draws a field by its type and calls an address by https only. A type that it does not know is a field that is not there.",
  good: '"notes": { "name": "settings.notes", "type": "custom", "required": false }',
  bad: '"site": { "type": "url" }; "webhook_url": "http://…"',
  check(context) {
    const { get, has } = context.widget.manifest;
    const report = createMemberReporter(context);
    const customs = checkFields(context, ["settings"]);
    if (customs.length > 1)
      report(customs[1] as JsonPath, "A widget may have one field of type custom.", {
        expected: "one custom field",
      });
    if (customs.length > 0 && !has("settings"))
      report(customs[0] as JsonPath, "A custom field needs the location settings.", {
        fix: 'list "settings" in locations.',
      });
    checkFields(context, ["dp", "settings"]);
    checkSteps(context);
    if (get("dp", "settings", "action_multiple") !== undefined)
      report(["dp", "settings", "action_multiple"], "action_multiple stands inside dp.settings.", {
        expected: "dp.action_multiple",
      });
    const multiple = get("dp", "action_multiple");
    if (multiple !== undefined && typeof multiple !== "boolean")
      report(["dp", "action_multiple"], "dp.action_multiple is no boolean.", { expected: "true or false" });
    for (const path of [
      ["dp", "webhook_url"],
      ["sms", "endpoint"],
      ["mobile", "frame_url"],
    ])
      if (get(...path) !== undefined && !isHttps(get(...path)))
        report(path, `${path.join(".")} is no https address.`, { expected: "https://…" });
    const color = get("mobile", "color");
    if (color !== undefined && !(typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color)))
      report(["mobile", "color"], "mobile.color is no colour of the form #RRGGBB.", { expected: "#RRGGBB" });
  },
});

/** Checks a block of fields and gives the paths of those of type custom. */
function checkFields(context: RuleContext, block: JsonPath): JsonPath[] {
  const report = createMemberReporter(context);
  const customs: JsonPath[] = [];
  for (const [code, value] of Object.entries(objectOf(context.widget.manifest.get(...block)) ?? {})) {
    const path = [...block, code];
    if (code === "action_multiple") continue;
    const field = objectOf(value);
    if (field === null) {
      report(path, `The field "${code}" is no object.`, { expected: '{ "name", "type", "required" }' });
      continue;
    }
    const { type, required, name } = field;
    if (!fieldTypes.some((known) => known === type))
      report([...path, "type"], `The field "${code}" has no known type.`, {
        expected: fieldTypes.join(", "),
      });
    if (required !== undefined && typeof required !== "boolean")
      report([...path, "required"], `"required" of the field "${code}" is no boolean.`, {
        expected: "true or false",
      });
    if (typeof name !== "string")
      report([...path, "name"], `The field "${code}" has no name.`, { expected: `"settings.${code}"` });
    if (type === "custom") customs.push(path);
  }
  return customs;
}

function checkSteps(context: RuleContext): void {
  const report = createMemberReporter(context);
  for (const [code, handler] of Object.entries(
    objectOf(context.widget.manifest.get("salesbot_designer")) ?? {},
  )) {
    for (const [field, value] of Object.entries(objectOf(objectOf(handler)?.["settings"]) ?? {})) {
      if (stepTypes.some((known) => known === objectOf(value)?.["type"])) continue;
      const path = ["salesbot_designer", code, "settings", field, "type"];
      report(path, `The field "${field}" of the step has no known type.`, { expected: stepTypes.join(", ") });
    }
  }
}

function isHttps(value: unknown): boolean {
  return typeof value === "string" && URL.canParse(value) && new URL(value).protocol === "https:";
}
