/** A template of twig.js 0.8.9. Kommo: Modules. */
export interface TwigTemplate {
  render(params?: Readonly<Record<string, unknown>>): string;
}

/** A template whose source is at hand, or that the host brings: rendered at once. */
export interface TemplateSource {
  /** The twig source itself. */
  data: string;
}

/** A control of the host by its address: `/tmpl/controls/button.twig`. Kommo: System templates. */
export interface TemplateReference {
  ref: SystemTemplate | (string & {});
}

/** A file of the archive; the host joins the parts as they are: `base_path + href + "?v=" + v`. */
export interface TemplateFile {
  /** `/templates/list.twig`: with a slash before, because `params.path` has none behind. */
  href: string;
  /** Usually `self.params.path`. Default: `/twig/`. */
  base_path?: string;
  /** Default: the time at which the page was loaded. */
  v?: string | number;
  /** @undocumented */
  id?: string;
  /** @undocumented */
  allowInlineIncludes?: boolean;
}

/** The controls that the host draws and brings to life by itself. Kommo: System templates, Native controls. */
export type ControlName =
  | "textarea"
  | "suggest"
  | "select"
  | "radio"
  | "multiselect"
  | "date_field"
  | "checkbox"
  | "checkboxes_dropdown"
  | "file"
  | "button"
  | "cancel_button"
  | "delete_button"
  | "input"
  | "switcher";

export type SystemTemplate =
  | `/tmpl/controls/${ControlName}.twig`
  | "/tmpl/controls/checkboxes_dropdown/values_title.twig"
  | "/tmpl/salesbot_designer/controls/widget_param.twig";

/** What `self.render_template` puts into the right panel. Kommo: Card SDK, Lists SDK. */
export interface PanelBlock {
  /** `class_name` goes to the header. `html` is documented, and ignored: the host draws the logos there. */
  caption?: { class_name?: string; html?: string };
  /** Ready HTML; stands behind what `render` makes. */
  body: string;
  /** A twig source; `""` where `body` says it all. Without it the call throws. */
  render: string;
  /**
   * Adds the class `card-widgets__widget-<name>` to the block.
   * @undocumented
   */
  block_class_name?: string;
  /**
   * Lists only. The block closes when it gives `true`, or when it throws or rejects; anything else keeps it open.
   * @undocumented
   */
  onBeforeCloseWidgetBlock?: () => boolean | Promise<boolean>;
}
