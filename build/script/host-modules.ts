/**
 * The modules that the CRM's page offers by AMD names. (Kommo: "Web SDK mechanics", the table of system modules;
 * `lib/…` are the host's own components.)
 */
const systemModules: ReadonlySet<string> = new Set([
  "FileAPI",
  "accounting",
  "backbone",
  "browser-detect",
  "chartjs",
  "clipboard",
  "cocktail",
  "colorpicker",
  "cropperjs",
  "device",
  "enquire",
  "fullcalendar",
  "google-libphonenumber",
  "intl_tel_input",
  "jplayer",
  "jquery",
  "js-uuid",
  "moment",
  "pubsub",
  "quill",
  "rangeslider",
  "steady",
  "store",
  "twigjs",
  "underscore",
  "virtualized-list",
]);

/**
 * True when an import names something that the page's loader brings: a system module, a component under `lib/`, a
 * loader plugin (`text!…`) or an absolute address.
 *
 * @example
 * isHostModule("lib/components/base/modal") // true
 * isHostModule("preact") // false
 */
export function isHostModule(specifier: string): boolean {
  return (
    systemModules.has(specifier) ||
    specifier.startsWith("lib/") ||
    specifier.includes("!") ||
    /^(?:https?:)?\/\//.test(specifier)
  );
}

/** The names that an author may have meant. */
export function listHostModules(): readonly string[] {
  return [...systemModules, "lib/components/base/modal", "lib/components/base/confirm"];
}
