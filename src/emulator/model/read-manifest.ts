import type { ManifestField, MenuItem, WidgetManifest } from "./entities";

type Part = { readonly [key: string]: unknown };

/**
 * Reads an author's manifest.json leniently: what is missing or of the wrong type gets its default, so that the
 * archive of a stranger can be drawn whatever it holds. The checker is the one to complain.
 */
export function readManifest(manifest: unknown): WidgetManifest {
  const root = readObject(manifest);
  const widget = readObject(root["widget"]);
  const support = readObject(widget["support"]);
  return {
    name: readString(widget["name"], "widget.name"),
    description: readString(widget["description"], ""),
    short_description: readString(widget["short_description"], ""),
    version: readVersion(widget["version"]),
    init_once: widget["init_once"] === true || widget["init_once"] === "Y",
    locale: readStrings(widget["locale"]),
    installation: widget["installation"] !== false,
    support: {
      ...(typeof support["link"] === "string" ? { link: support["link"] } : {}),
      ...(typeof support["email"] === "string" ? { email: support["email"] } : {}),
    },
    locations: readStrings(root["locations"]),
    settings: readFields(root["settings"]),
    tour: readTour(root["tour"]),
    dp: readPipelineBlock(root["dp"]),
    advanced: isObject(root["advanced"]) ? { title: readString(root["advanced"]["title"], "") } : null,
    salesbot_designer: readDesigner(root["salesbot_designer"]),
    left_menu: readMenu(root["left_menu"]),
    sms: isObject(root["sms"]) ? { endpoint: readString(root["sms"]["endpoint"], "") } : null,
    mobile: isObject(root["mobile"])
      ? {
          frame_url: readString(root["mobile"]["frame_url"], ""),
          color: readString(root["mobile"]["color"], ""),
        }
      : null,
  };
}

/** Codes of the locations without `-0` and `-1`. */
export function listLocationCodes(manifest: WidgetManifest): string[] {
  return [...new Set(manifest.locations.map((location) => location.replace(/-[01]$/, "")))];
}

function readFields(value: unknown): { [field: string]: ManifestField } {
  return mapEntries(value, (field) => ({
    name: readString(field["name"], ""),
    type: readString(field["type"], "text"),
    required: field["required"] === true,
  }));
}

function readTour(value: unknown): WidgetManifest["tour"] {
  if (!isObject(value)) return null;
  const images: { [locale: string]: string[] } = {};
  for (const [locale, list] of Object.entries(readObject(value["tour_images"]))) {
    images[locale] = readStrings(list);
  }
  return { images, description: readString(value["tour_description"], "") };
}

function readPipelineBlock(value: unknown): WidgetManifest["dp"] {
  if (!isObject(value)) return null;
  const url = value["webhook_url"];
  return {
    settings: readFields(value["settings"]),
    action_multiple: value["action_multiple"] === true,
    webhook_url: typeof url === "string" && url !== "" ? url : null,
  };
}

function readDesigner(value: unknown): WidgetManifest["salesbot_designer"] {
  if (!isObject(value)) return null;
  const { logo, ...handlers } = value;
  return {
    logo: typeof logo === "string" ? logo : null,
    handlers: mapEntries(handlers, (handler) => ({
      name: readString(handler["name"], ""),
      settings: mapEntries(handler["settings"], (field) => ({
        name: readString(field["name"], ""),
        type: readString(field["type"], "text"),
        default_value: readString(field["default_value"], ""),
        manual: field["manual"] === true,
      })),
    })),
  };
}

function readMenu(value: unknown): MenuItem[] {
  return Object.entries(readObject(value))
    .filter((entry): entry is [string, Part] => isObject(entry[1]))
    .map(([code, item]) => {
      const icons = readObject(item["icons"]);
      const single = typeof item["icon"] === "string" ? item["icon"] : null;
      return {
        code,
        title: readString(item["title"], ""),
        icons: { light: readString(icons["light"], single), dark: readString(icons["dark"], single) },
        after: readString(readObject(item["sort"])["after"], null),
        is_hidden: item["is_hidden"] === true,
        submenu: Object.entries(readObject(item["submenu"]))
          .filter((entry): entry is [string, Part] => isObject(entry[1]))
          .map(([subcode, subitem]) => ({
            code: subcode,
            title: readString(subitem["title"], ""),
            sort: typeof subitem["sort"] === "number" ? subitem["sort"] : 0,
          }))
          .sort((one, other) => one.sort - other.sort),
      };
    });
}

function mapEntries<Result>(value: unknown, read: (part: Part) => Result): { [key: string]: Result } {
  const entries: [string, Result][] = [];
  for (const [key, part] of Object.entries(readObject(value))) {
    if (isObject(part)) entries.push([key, read(part)]);
  }
  return Object.fromEntries(entries);
}

function readVersion(value: unknown): string {
  return typeof value === "number" ? String(value) : readString(value, "0.0.0");
}

function readStrings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function readString<Default extends string | null>(value: unknown, otherwise: Default): string | Default {
  return typeof value === "string" ? value : otherwise;
}

function readObject(value: unknown): Part {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Part {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
