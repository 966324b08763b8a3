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
 * What an import looks like that names something which the page's loader brings: a system module, a component under
 * `lib/`, a loader plugin (`text!…`) or an absolute address.
 *
 * @example
 * hostModulePattern.test("lib/components/base/modal") // true
 * hostModulePattern.test("preact") // false
 */
export const hostModulePattern = new RegExp(
  `^(?:(?:${[...systemModules].join("|")})$|lib/|[^!]+!|(?:https?:)?//)`,
);

/** The names that an author may have meant. */
export function listHostModules(): readonly string[] {
  return [...systemModules, "lib/components/base/modal", "lib/components/base/confirm"];
}
