import type { WidgetRecord } from "../model/wire";

/** What `get_settings()` gives: the user's settings, which may come as JSON text, and the system's keys over them. */
export function describeParams(code: string, record: WidgetRecord): Record<string, unknown> {
  return {
    ...readSettings(record.settings),
    id: record.id,
    status: record.status,
    widget_code: code,
    path: record.path,
    cdn_path: record.cdn_path ?? record.path,
    images_path: record.images_path ?? `${record.path}/images`,
    version: record.installed_version,
    oauth_client_uuid: record.oauth_client_uuid,
    widget_active: record.active,
    active: record.active,
    support: record.support,
    category_id: record.category_id,
  };
}

/** Texts of the widget; the name and description of the integration's form go before those of the archive. */
export function describeTexts(
  langs: Readonly<Record<string, unknown>>,
  record: WidgetRecord,
): Record<string, unknown> {
  const widget = typeof langs.widget === "object" && langs.widget !== null ? langs.widget : {};
  const form = {
    ...(record.name ? { name: record.name } : {}),
    ...(record.description ? { description: record.description } : {}),
  };
  return { ...langs, widget: { ...widget, ...form } };
}

function readSettings(settings: WidgetRecord["settings"]): Readonly<Record<string, unknown>> {
  if (typeof settings !== "string") return settings ?? {};
  try {
    const value: unknown = JSON.parse(settings);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
