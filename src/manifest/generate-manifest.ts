import { entriesOf } from "./entries-of";
import type { Env } from "./env";
import { locations } from "./locations";
import type { ManifestInput, SettingsInput, SystemMenuItem } from "./manifest-input";
import { readVariable, type Environment } from "./read-variable";
import { textKeys } from "./text-keys";
import type { ManifestOptions } from "./validate-manifest";

type Json = Record<string, unknown>;

/**
 * Makes the object of `manifest.json` out of a manifest without errors: its keys always in the same order, a block
 * only where its location is listed, names of fields and titles as keys of texts. An address that the environment
 * does not hold is left out; the two blocks that are nothing without theirs go with it. Kommo: manifest.json.
 *
 * @example
 * generateManifest(manifest, { env: process.env })["locations"] // ["lcard-1", "settings"]
 */
export function generateManifest(manifest: ManifestInput, { env }: ManifestOptions): Json {
  const listed = manifest.locations;
  return withoutMissing({
    widget: generateWidget(manifest, env),
    locations: listLocationCodes(manifest),
    tour: generateTour(manifest),
    settings: generateFields(manifest.settings, textKeys.setting),
    dp: listed.digital_pipeline && generatePipeline(manifest, env),
    advanced: listed.advanced_settings && { title: textKeys.advancedTitle },
    salesbot_designer: listed.salesbot_designer && generateSalesbot(manifest),
    left_menu: generateLeftMenu(manifest),
    sms: listed.sms && generateSms(manifest, env),
    mobile: listed.mobile_card && generateMobile(manifest, env),
    amoforms_settings: listed.amoforms && generateForms(manifest),
  });
}

function generateWidget(manifest: ManifestInput, env: Environment): Json {
  const { initOnce = false, installation = true, support } = manifest;
  return withoutMissing({
    name: textKeys.name,
    description: textKeys.description,
    short_description: textKeys.shortDescription,
    version: manifest.version,
    interface_version: 2,
    init_once: initOnce,
    locale: [...manifest.locales],
    installation,
    support: support && withoutMissing({ link: support.link, email: support.email }),
    is_showcase: manifest.showcase,
    code: manifest.code,
    secret_key: readAddress(manifest.secretKey, env),
  });
}

/** `-1` is the panel, `-0` none; the order is that of the table, whatever the author's was. */
function listLocationCodes(manifest: ManifestInput): string[] {
  return locations.flatMap(({ code }) => {
    const value = manifest.locations[code];
    if (value === undefined) return [];
    return value === true ? [code] : [`${code}-${value === "panel" ? 1 : 0}`];
  });
}

/** The host wants a slash before the path of a slide, and none before that of a menu icon. */
function generateTour({ tour, locales }: ManifestInput): Json | undefined {
  if (!tour) return undefined;
  const images = locales.flatMap((locale) => {
    const paths = tour.images?.[locale];
    return paths ? [[locale, paths.map((path) => `/${path}`)] as const] : [];
  });
  return withoutMissing({
    is_tour: true,
    tour_images: tour.images && Object.fromEntries(images),
    tour_description: textKeys.tour,
  });
}

function generateFields(fields: SettingsInput = {}, keyOf: (field: string) => string): Json {
  return mapEntries(fields, ({ type, required = false }, field) => ({ name: keyOf(field), type, required }));
}

function generatePipeline({ digitalPipeline }: ManifestInput, env: Environment): Json | undefined {
  if (!digitalPipeline) return undefined;
  return withoutMissing({
    title: digitalPipeline.title && textKeys.pipelineTitle,
    settings: generateFields(digitalPipeline.settings, textKeys.pipelineField),
    action_multiple: digitalPipeline.multiple,
    webhook_url: readAddress(digitalPipeline.webhookUrl, env),
  });
}

function generateSalesbot({ salesbotDesigner }: ManifestInput): Json | undefined {
  if (!salesbotDesigner) return undefined;
  const handlers = mapEntries(salesbotDesigner.handlers, ({ settings = {} }, handler) => ({
    name: textKeys.handler(handler),
    settings: mapEntries(settings, ({ type, manual, defaultText, defaultValue }, field) =>
      withoutMissing({
        name: textKeys.handlerField(handler, field),
        type,
        default_value: defaultText ? textKeys.handlerDefault(handler, field) : defaultValue,
        manual,
      }),
    ),
  }));
  return withoutMissing({ logo: salesbotDesigner.logo, ...handlers });
}

function generateLeftMenu({ leftMenu }: ManifestInput): Json | undefined {
  if (!leftMenu) return undefined;
  const { items = {}, stats, settings, hide = [] } = leftMenu;
  const menu = mapEntries(items, ({ icon, icons, after, submenu }, item) =>
    withoutMissing({
      title: textKeys.menuItem(item),
      icon,
      icons: icons && { light: icons.light, dark: icons.dark },
      sort: after && { after },
      submenu: submenu && generateSubmenu(submenu, (code) => textKeys.menuSubItem(item, code)),
    }),
  );
  const system = new Map<SystemMenuItem, Json>();
  if (stats) system.set("stats", { submenu: generateSubmenu(stats, keyOfSystem("stats")) });
  if (settings) system.set("settings", { submenu: generateSubmenu(settings, keyOfSystem("settings")) });
  for (const item of hide) system.set(item, { ...system.get(item), is_hidden: true });
  return { ...menu, ...Object.fromEntries(system) };
}

function keyOfSystem(item: "stats" | "settings"): (code: string) => string {
  return (code) => textKeys.systemSubItem(item, code);
}

function generateSubmenu(codes: readonly string[], keyOf: (code: string) => string): Json {
  return Object.fromEntries(codes.map((code, index) => [code, { title: keyOf(code), sort: index + 1 }]));
}

function generateSms({ sms }: ManifestInput, env: Environment): Json | undefined {
  const endpoint = readAddress(sms?.endpoint, env);
  return endpoint === undefined ? undefined : { endpoint };
}

function generateMobile({ mobile }: ManifestInput, env: Environment): Json | undefined {
  const address = readAddress(mobile?.frameUrl, env);
  return address === undefined ? undefined : withoutMissing({ frame_url: address, color: mobile?.color });
}

function generateForms({ amoforms = {} }: ManifestInput): Json {
  return withoutMissing({
    title: textKeys.formsTitle,
    required: amoforms.required,
    error_text: amoforms.errorText && textKeys.formsError,
  });
}

function readAddress(value: string | Env | undefined, env: Environment): string | undefined {
  return typeof value === "object" ? readVariable(value, env) : value;
}

function mapEntries<T>(entries: Readonly<Record<string, T>>, map: (entry: T, key: string) => unknown): Json {
  return Object.fromEntries(entriesOf(entries).map(([key, entry]) => [key, map(entry, key)]));
}

function withoutMissing(entries: Json): Json {
  return Object.fromEntries(entriesOf(entries));
}
