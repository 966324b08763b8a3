import type { TwigTemplate } from "twig";

/** The widget object as the SDK and the loader handle it; `self` to its author. */
export interface WidgetObject {
  params?: Record<string, unknown>;
  langs?: Record<string, unknown>;
  ns?: string;
  init_once?: unknown;
  sdk_catalog_id?: number;
  callbacks?: unknown;
  template_element: string;
  set_lang(langs: object): void;
  set_settings(patch: object): void;
  render(template: TemplateSource, params?: object): unknown;
  render_template(block: object, params?: object): void;
  [member: string]: unknown;
}

/** What `self.render` takes: a source, the name of a system template, or a file of the widget's folder. */
export interface TemplateSource {
  readonly data?: string;
  readonly ref?: string;
  readonly href?: string;
  readonly base_path?: string;
  readonly v?: string | number;
  readonly id?: string;
  readonly promised?: boolean;
  readonly allowInlineIncludes?: boolean;
  readonly load?: (template: TwigTemplate) => void;
}
