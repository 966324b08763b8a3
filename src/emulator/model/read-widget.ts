import { readManifest } from "./read-manifest";
import type { InstalledWidget, Json, WidgetManifest } from "./entities";

/** The compiled widget as data: path inside the archive → bytes. */
export type WidgetFiles = ReadonlyMap<string, Uint8Array>;

export interface WidgetInput {
  readonly code: string;
  readonly files: WidgetFiles;
  readonly id?: number;
}

/**
 * Makes the account's row of a widget out of its archive. Nothing in an archive makes it fail: a manifest that cannot
 * be read is an empty one. The widget is installed and active, and its settings are filled by their types, so that a
 * stranger's widget starts as it would for a user who has configured it.
 */
export function readWidget({ code, files, id = 1 }: WidgetInput): InstalledWidget {
  const manifest = readManifest(readJson(files.get("manifest.json")));
  return {
    id,
    code,
    version: manifest.version,
    status: "installed",
    is_active: true,
    settings: fillSettings(manifest),
    manifest,
    texts: keepDeclared(readTexts(files), manifest.locale),
    files: [...files.keys()],
    path: `/widgets/${code}`,
    client_uuid: makeClientUuid(code),
    pipeline_id: null,
    sdk_catalog_id: null,
  };
}

/** Values that a user might have saved. A custom field holds JSON text: an empty object says nothing. */
function fillSettings({ settings }: WidgetManifest): { [field: string]: Json } {
  const filled: { [field: string]: Json } = {};
  for (const [field, { type }] of Object.entries(settings)) filled[field] = fillField(field, type);
  return filled;
}

function fillField(field: string, type: string): Json {
  if (type === "pass") return "secret";
  if (type === "users") return { "9630001": "101", "9630002": "102" };
  if (type === "users_lp") return { "9630001": { login: "olivia", password: "secret" } };
  if (type === "custom") return "{}";
  if (/mail/i.test(field)) return "someone@mail.example.com";
  if (/phone|tel/i.test(field)) return "+1 212 555-0142";
  if (/url|link|host|domain|server/i.test(field)) return "https://service.example.com";
  return "text";
}

function readTexts(files: WidgetFiles): { [locale: string]: Json } {
  const texts: { [locale: string]: Json } = {};
  for (const [path, bytes] of files) {
    const locale = /^i18n\/([A-Za-z]{2,3})\.json$/.exec(path)?.[1];
    const text = locale === undefined ? undefined : readJson(bytes);
    if (locale !== undefined && text !== undefined) texts[locale] = text;
  }
  return texts;
}

/** The languages that the manifest names: a file that is left over from a sample is never shown. All, where it names none. */
function keepDeclared(
  texts: { [locale: string]: Json },
  locales: readonly string[],
): { [locale: string]: Json } {
  const declared = Object.entries(texts).filter(([locale]) => locales.includes(locale));
  return declared.length === 0 ? texts : Object.fromEntries(declared);
}

function readJson(bytes: Uint8Array | undefined): Json | undefined {
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

/** The integration's id; the same for the same code. */
function makeClientUuid(code: string): string {
  let hash = 0x811c9dc5;
  for (const letter of code) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `${hash.toString(16).padStart(8, "0")}-0000-4000-9000-e73f236833c0`;
}
