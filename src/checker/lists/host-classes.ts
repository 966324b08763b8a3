/** Beginnings of the names that the CRM gives its own classes and ids. Kommo: Styles, Widget locations. */
const families = [
  "card-",
  "card_",
  "linked-form",
  "linked_form",
  "feed-",
  "list-",
  "list_",
  "content__",
  "nav__",
  "nav_menu",
  "left-menu",
  "left_menu",
  "modal",
  "default-overlay",
  "control-",
  "button-input",
  "button-cancel",
  "button-delete",
  "text-input",
  "date_field",
  "date-field",
  "checkboxes_dropdown",
  "checkboxes-dropdown",
  "multisuggest",
  "users-select",
  "switcher",
  "widget_settings",
  "widget-settings",
  "widget-card",
  "widget-state",
  "widget-status",
  "widgets_block",
  "view-integration-modal",
  "digital-pipeline",
  "pipeline",
  "notification",
  "icon-",
  "svg-",
  "h-hidden",
  "h-text",
  "js-widget",
  "js-modal",
  "js-navigate",
  "js-control",
  "js-card",
  "js-list",
  "js-task",
  "js-note",
  "js-trigger",
  "js-form",
  "head_",
  "spinner-icon",
  "custom-scroll",
  "form-group",
  "tasks-date",
  "task-edit",
  "todo-",
  "inbox-",
  "filter",
  "catalog",
  "tags-lib",
  "cf-",
  "custom-field",
  "settings_",
  "stat__",
  "n-avatar",
  "aside",
  "work-area",
  "page_holder",
  "list_page_holder",
  "search-options",
];
/** Names of its own that a longer word may begin with too, so that only a part of its own counts. */
const wholeWords = new Set([
  "modal",
  "filter",
  "catalog",
  "pipeline",
  "switcher",
  "notification",
  "aside",
  "multisuggest",
]);

/** True for a class or id that the CRM's pages are made of. */
export function isHostClass(name: string): boolean {
  const family = families.find((beginning) => name.startsWith(beginning));
  if (family === undefined) return false;
  return !wholeWords.has(family) || /^(?:$|[-_])/.test(name.slice(family.length));
}

/** Names that any page may have, so that they belong to nobody. */
const generic = new Set(
  (
    "active accordion alert align badge bold bottom box btn btns button buttons card cards caption cell center checkbox " +
    "checked clear clearfix close col collapse column container content current danger dark date debug default desc " +
    "description dialog disabled divider done dropdown element empty enabled error expanded field fields file fixed flex " +
    "fade float focus footer form grid group header height hidden hide hint hover icon icons image img info inner input " +
    "inputs inline invisible item items label labels large layout left light line link links list load loader loading " +
    "logo main margin menu message middle name nav navbar next nowrap open opened option options overlay padding page " +
    "pager pagination panel paragraph placeholder popup preloader prev price primary progress radio required right root " +
    "row rows save scroll search section select selected show sidebar small span spinner status step sub submit subtitle " +
    "success switch tab table tabs tag tags td text textarea th title toast toggle tooltip top tr two type user value " +
    "visible warning widget widgets width wrap wrapper"
  ).split(" "),
);

/** True for a name that carries nobody's sign: `.row`, `.btn-primary`, `.table_header`, `.input1`. */
export function isGenericName(name: string): boolean {
  const parts = name
    .replaceAll(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .split(/[-_]+/)
    .filter((part) => part !== "");
  return (
    parts.length > 0 && parts.every((part) => generic.has(part.replace(/\d+$/, "")) || /^\d+$/.test(part))
  );
}

/** Libraries that authors bring along, by how their classes begin. */
const libraries: readonly (readonly [beginning: RegExp, name: string])[] = [
  [/^select2-/, "select2"],
  [/^swiper-/, "swiper"],
  [/^slick-/, "slick"],
  [/^flatpickr-/, "flatpickr"],
  [/^ui-(?:widget|datepicker|dialog|sortable|slider|state|corner|icon|tabs|menu|autocomplete)/, "jquery-ui"],
  [/^fa(?:[srb]|-[\w-]+)?$/, "font-awesome"],
  [/^swal2?-/, "sweetalert"],
  [/^toast-(?:top|bottom)-|^toastr/, "toastr"],
  [/^dataTables_|^dt-/, "datatables"],
  [/^fc-/, "fullcalendar"],
  [/^ql-/, "quill"],
  [/^cropper-/, "cropperjs"],
  [/^tippy-/, "tippy"],
  [/^Mui[A-Z]/, "mui"],
  [/^ant-/, "antd"],
  [/^v-[a-z]+--/, "vuetify"],
  [/^el-[a-z]+/, "element-ui"],
  [/^mdi-/, "material-design-icons"],
  [/^iti__|^iti-/, "intl-tel-input"],
  [/^daterangepicker/, "daterangepicker"],
  [/^animate__/, "animate.css"],
];

/** The library whose name a class carries, or null. */
export function findClassLibrary(name: string): string | null {
  return libraries.find(([beginning]) => beginning.test(name))?.[1] ?? null;
}
