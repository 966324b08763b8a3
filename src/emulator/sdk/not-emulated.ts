import { missingModules } from "./amd/packaged-modules";
import { missingConstants } from "./app/create-constants";

/** Members of the platform's table that the emulator lacks: reading one gives undefined and an entry of the report. */
export const missingMembers = [
  "APP.todo_types",
  "APP.note_types",
  "APP.data.card_page",
  "APP.data.current_card.tabs",
  "APP.data.current_card.notes",
  "APP.data.current_card.linkElement",
  "APP.sdk.runMerge",
  "APP.inbox.openDirectChat",
  "APP.inbox.toggle",
  "APP.inbox.addNotifyFilter",
] as const;

/** System templates of the product whose parameters nobody knows: `render` throws, as for any unknown name. */
export const missingTemplates = [
  "/tmpl/controls/date_time_field.twig",
  "/tmpl/controls/time.twig",
  "/tmpl/controls/phone.twig",
  "/tmpl/controls/budget.twig",
  "/tmpl/controls/tags.twig",
  "/tmpl/controls/users.twig",
  "/tmpl/controls/multisuggest.twig",
  "/tmpl/controls/toggler.twig",
  "/tmpl/controls/wysiwyg.twig",
] as const;

/** All that a widget can ask the platform for and not get here, in the names of the report's `unsupported`. */
export function listNotEmulated(): string[] {
  return [
    ...missingMembers,
    ...[...missingConstants].map((key) => `APP.constant("${key}")`),
    ...[...missingModules, "lib/…", "requirejs-react!…"].map((name) => `module ${name}`),
    ...missingTemplates.map((name) => `template ${name}`),
  ];
}
