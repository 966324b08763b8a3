import type { JsonPath } from "../../json/json-document";
import type { Widget } from "../../widget/create-widget";
import { objectOf } from "../../widget/manifest-view";
import { readText } from "./text-paths";

export interface Need {
  readonly path: JsonPath;
  readonly message: string;
  readonly expected: string;
}

/** What a location asks of the manifest; each entry gives what is not met. Kommo: Widget locations, manifest.json. */
export const locationNeeds: Readonly<Record<string, (widget: Widget) => readonly (Need | null)[]>> = {
  advanced_settings: ({ manifest }) => [
    typeof manifest.get("advanced", "title") === "string"
      ? null
      : need(
          ["advanced", "title"],
          "advanced_settings needs advanced.title.",
          '"advanced": { "title": "advanced.title" }',
        ),
  ],
  digital_pipeline: ({ manifest }) => [
    objectOf(manifest.get("dp")) && typeof manifest.get("dp", "action_multiple") === "boolean"
      ? null
      : need(["dp", "action_multiple"], "digital_pipeline needs dp.action_multiple.", "true or false"),
  ],
  card_sdk: ({ manifest }) => [
    ["lcard", "ccard", "comcard", "cucard"].some((code) => manifest.has(code))
      ? null
      : need(["locations"], "card_sdk needs a card to put its tab into.", "lcard, ccard or comcard"),
    manifest.has("settings")
      ? null
      : need(["locations"], "card_sdk needs the location settings.", '"settings"'),
  ],
  salesbot_designer: ({ manifest }) => [
    Object.values(objectOf(manifest.get("salesbot_designer")) ?? {}).some(isHandler)
      ? null
      : need(
          ["salesbot_designer"],
          "salesbot_designer needs a handler with name and settings.",
          "one handler at least",
        ),
  ],
  widget_page: ({ manifest }) => [
    Object.values(objectOf(manifest.get("left_menu")) ?? {}).some(
      (item) => objectOf(item)?.["title"] !== undefined,
    )
      ? null
      : need(["left_menu"], "widget_page needs an item in left_menu.", "an item with title and icons"),
  ],
  sms: ({ manifest }) => [
    needText(manifest.get("sms", "endpoint"), ["sms", "endpoint"], "sms needs sms.endpoint."),
  ],
  mobile_card: ({ manifest }) => [
    needText(
      manifest.get("mobile", "frame_url"),
      ["mobile", "frame_url"],
      "mobile_card needs mobile.frame_url.",
    ),
    typeof manifest.get("mobile", "color") === "string"
      ? null
      : need(["mobile", "color"], "mobile_card needs mobile.color.", "#RRGGBB"),
  ],
  ai_agent: (widget) =>
    widget.manifest.locales.map((locale) => {
      const text = readText(widget, locale, "widget.ai_agent_description");
      if (typeof text === "string" && text.trim() !== "") return null;
      const message = `ai_agent needs the text widget.ai_agent_description in i18n/${locale}.json.`;
      return need(["locations"], message, "about 100 characters");
    }),
};

function isHandler(value: unknown): boolean {
  const handler = objectOf(value);
  return typeof handler?.["name"] === "string" && objectOf(handler["settings"]) !== null;
}

function need(path: JsonPath, message: string, expected: string): Need {
  return { path, message, expected };
}

function needText(value: unknown, path: JsonPath, message: string): Need | null {
  return typeof value === "string" && value !== "" ? null : need(path, message, "an https address");
}
