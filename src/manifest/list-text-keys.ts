import { entriesOf } from "./entries-of";
import type { ManifestInput, SettingsInput } from "./manifest-input";
import { textKeys } from "./text-keys";

export interface ManifestText {
  /** The path in `i18n/<locale>.json`: `settings.token`. */
  readonly key: string;
  /** What the text is, to complete "… has no text for …". */
  readonly use: string;
}

/**
 * Every text that `manifest.json` names, in the order in which it names them; each must stand in every locale.
 *
 * @example
 * listTextKeys(manifest)[0] // { key: "widget.name", use: "the widget's name" }
 */
export function listTextKeys(manifest: ManifestInput): ManifestText[] {
  const { locations } = manifest;
  return [
    { key: textKeys.name, use: "the widget's name" },
    { key: textKeys.description, use: "the widget's description" },
    { key: textKeys.shortDescription, use: "the widget's short description" },
    ...(locations.ai_agent ? [{ key: textKeys.aiAgent, use: "the tile of the AI agent" }] : []),
    ...(manifest.tour ? [{ key: textKeys.tour, use: "the tour's description" }] : []),
    ...listFields(manifest.settings, textKeys.setting, "settings"),
    ...listPipelineTexts(manifest),
    ...(locations.advanced_settings
      ? [{ key: textKeys.advancedTitle, use: "the title of the advanced settings" }]
      : []),
    ...listSalesbotTexts(manifest),
    ...listMenuTexts(manifest),
    ...listFormTexts(manifest),
  ];
}

function listFields(
  fields: SettingsInput = {},
  keyOf: (field: string) => string,
  where: string,
): ManifestText[] {
  return entriesOf(fields).map(([field]) => ({
    key: keyOf(field),
    use: `the field "${field}" of the ${where}`,
  }));
}

function listPipelineTexts({ digitalPipeline }: ManifestInput): ManifestText[] {
  if (!digitalPipeline) return [];
  const title = { key: textKeys.pipelineTitle, use: "the automation's action" };
  return [
    ...(digitalPipeline.title ? [title] : []),
    ...listFields(digitalPipeline.settings, textKeys.pipelineField, "automation's action"),
  ];
}

function listSalesbotTexts({ salesbotDesigner }: ManifestInput): ManifestText[] {
  return entriesOf(salesbotDesigner?.handlers).flatMap(([handler, { settings = {} }]) => [
    { key: textKeys.handler(handler), use: `the Salesbot step "${handler}"` },
    ...entriesOf(settings).flatMap(([field, { defaultText }]) => {
      const use = `the field "${field}" of the Salesbot step "${handler}"`;
      const value = { key: textKeys.handlerDefault(handler, field), use: `the first value of ${use}` };
      return [{ key: textKeys.handlerField(handler, field), use }, ...(defaultText ? [value] : [])];
    }),
  ]);
}

function listMenuTexts({ leftMenu = {} }: ManifestInput): ManifestText[] {
  const { items = {}, stats = [], settings = [] } = leftMenu;
  return [
    ...entriesOf(items).flatMap(([item, { submenu = [] }]) => [
      { key: textKeys.menuItem(item), use: `the menu item "${item}"` },
      ...submenu.map((code) => ({ key: textKeys.menuSubItem(item, code), use: `the sub-item "${code}"` })),
    ]),
    ...stats.map((code) => ({ key: textKeys.systemSubItem("stats", code), use: `the sub-item "${code}"` })),
    ...settings.map((code) => ({
      key: textKeys.systemSubItem("settings", code),
      use: `the sub-item "${code}"`,
    })),
  ];
}

function listFormTexts({ amoforms }: ManifestInput): ManifestText[] {
  if (!amoforms) return [];
  const error = { key: textKeys.formsError, use: "the error in web forms" };
  return [
    { key: textKeys.formsTitle, use: "the button in web forms" },
    ...(amoforms.errorText ? [error] : []),
  ];
}
