/**
 * The families of classes that the host styles for its own pages, by their beginnings. A widget that defines one of
 * them restyles the CRM. Kommo: style.css, and the classes of its pages.
 */
export const hostClassFamilies = [
  "card-",
  "card_",
  "linked-form",
  "feed-",
  "list-",
  "list_",
  "content__",
  "nav_",
  "nav-",
  "left-menu",
  "left_menu",
  "modal",
  "control-",
  "button-input",
  "button-cancel",
  "text-input",
  "date_field",
  "date-field",
  "checkboxes_dropdown",
  "switcher",
  "widget_settings",
  "widget-settings",
  "widget-card",
  "widget-state",
  "digital-pipeline",
  "pipeline",
  "notification",
  "icon",
  "svg-",
  "h-",
  "js-",
  "head_",
  "default-overlay",
  "spinner-icon",
  "custom-scroll",
  "form-group",
  "users-select",
  "tasks-date",
  "multisuggest",
  "ui-",
  "element_",
] as const;

/** Single classes of the host that carry a meaning wherever they stand. */
const hostClasses = [
  "hidden",
  "install",
  "installed",
  "not_configured",
  "error",
  "page-loading",
  "with_overlay",
];

/**
 * Tells whether a class belongs to the host: one of a family, or the bare name of a family (`list` for `list-`).
 *
 * @example
 * isHostClass("modal_wide") // true
 * isHostClass("playbook")   // false
 */
export function isHostClass(name: string): boolean {
  return (
    hostClasses.includes(name) ||
    hostClassFamilies.some((family) => name.startsWith(family) || name === family.replace(/[-_]+$/, ""))
  );
}
