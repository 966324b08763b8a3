import type { TwigTemplate } from "twig";
import { platformError } from "../blame";
import type { Libraries } from "../libraries";
import type { TemplateStore } from "../twig/load-template";
import type { TemplateSource } from "./widget-object";

export interface RenderOptions {
  readonly twig: Libraries["Twig"];
  readonly templates: TemplateStore;
  /** Hears of system templates that the emulator lacks. */
  readonly noteMissing: (what: string) => void;
  /** When the page was loaded: the default of `v`. Unix milliseconds. */
  readonly loadedAt: number;
}

/**
 * Makes `self.render` (Kommo: script.js). A source and a system template give text at once; a file is always
 * asynchronous: true and a call of `load`, or a promise of the template, which never rejects.
 */
export function createRender({ twig, templates, noteMissing, loadedAt }: RenderOptions) {
  return function render(source: TemplateSource, params: object = {}): unknown {
    if (source === undefined || source === null) throw platformError("render: the template is missing");
    const { data, ref, id, allowInlineIncludes } = source;
    if (data !== undefined) {
      // Twig refuses a second template of the same name, the platform does not.
      const template = twig.twig({ data, allowInlineIncludes: allowInlineIncludes ?? false });
      return (template as TwigTemplate).render(params as never);
    }
    if (ref !== undefined) return renderSystemTemplate(ref, params);
    if (source.href === undefined) throw platformError("render: the template has neither data, ref nor href");
    const { load, promised, base_path = "/twig/", v = loadedAt } = source;
    if (load === undefined && promised !== true) {
      throw platformError("render: a template by href needs load or promised");
    }
    const url = `${base_path}${source.href}?v=${v}`;
    const loading = templates.load(url, { id, allowInlineIncludes });
    if (promised === true) {
      return new Promise<TwigTemplate>(
        (resolve) => void loading.done((template) => resolve(template as TwigTemplate)),
      );
    }
    loading.done((template) => load?.(template as TwigTemplate));
    return true;
  };

  function renderSystemTemplate(ref: string, params: object): string {
    const template = twig.twig({ ref });
    if (template !== null && template !== undefined) return String(template.render(params as never));
    if (ref.startsWith("/tmpl/")) noteMissing(`template ${ref}`);
    throw platformError(`render: there is no template ${ref}`);
  }
}
