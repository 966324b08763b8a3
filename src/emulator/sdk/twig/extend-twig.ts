import type { Twig, TwigCore, TwigTemplate } from "twig";
import { preparations } from "../controls/prepare-params";
import { buttons } from "../controls/templates/buttons";
import { choices } from "../controls/templates/choices";
import { pickers } from "../controls/templates/pickers";
import { fields } from "../controls/templates/fields";
import type { HostTexts } from "../texts";
import type { FormatOptions } from "./create-filters";
import { createFilters } from "./create-filters";

export interface TwigOptions extends FormatOptions {
  readonly twig: Twig;
  readonly texts: HostTexts;
  /** 12 or 24. */
  readonly hours: 12 | 24;
}

const controls: Readonly<Record<string, string>> = { ...buttons, ...fields, ...choices };

/** A row of the Salesbot designer: what `renderRow(caption)` gives. */
const widgetParam = `<div class="salesbot-designer__widget-param" data-caption="{{ caption }}"><div class="salesbot-designer__widget-param-caption">{{ caption }}</div><div class="salesbot-designer__widget-param-body"></div></div>`;

/**
 * Gives twig what the CRM gives it: the system templates by their names (`/tmpl/controls/…`), the extra functions and
 * filters, and `lang`, `lang_id`, `_time_format` in every template. Authors' templates do not escape, the system's do
 * (Kommo: System templates). Returns the disposer.
 */
export function extendTwig(options: TwigOptions): () => void {
  const { twig, texts, lang, locale, hours } = options;
  const core = reachCore(twig);

  for (const [name, filter] of Object.entries(createFilters(options))) twig.extendFilter(name, filter);
  twig.extendFunction("include_control", (name: string, params?: Readonly<Record<string, unknown>>) =>
    core.Markup(renderControl(core, name, params)),
  );
  twig.extendFunction("is_12_hour_format", () => hours === 12);
  twig.extendFunction("inject_static", () => "");

  const taken: (() => void)[] = [];
  const add = (id: string, data: string, prepare?: (params: Params) => Params) => {
    const render = (params: Params) => ({ ...params, ...prepare?.(params), host: texts });
    taken.push(putTemplate(core, id, () => makeTemplate(core, twig, id, data, render)));
  };
  for (const [name, data] of Object.entries(controls)) {
    add(`/tmpl/controls/${name}.twig`, data, preparations[name]);
    add(`/tmpl/controls/${name}/index.twig`, data, preparations[name]);
  }
  for (const [id, data] of Object.entries(pickers)) add(id, data);
  add("/tmpl/salesbot_designer/controls/widget_param.twig", widgetParam);

  const restore = extendRender(core, { lang, lang_id: locale, _time_format: hours });
  return () => {
    restore();
    for (const take of taken) take();
  };
}

type Params = Readonly<Record<string, unknown>>;

/** Twig's `render` gives a String object where it escapes; the CRM's gives a text, which jQuery needs. */
function extendRender(core: TwigCore, extra: Params): () => void {
  const { prototype } = core.Template;
  const { render } = prototype;
  let depth = 0;
  prototype.render = function (context = {}, params?: object) {
    depth += 1;
    try {
      const output = Reflect.apply(render, this, [{ ...extra, ...context }, params]) as unknown;
      return depth === 1 && isMarkup(output) ? String(output) : output;
    } finally {
      depth -= 1;
    }
  };
  return () => void (prototype.render = render);
}

function isMarkup(output: unknown): boolean {
  return typeof output === "object" && output !== null && "twig_markup" in output;
}

/**
 * Puts a template into twig's register that is compiled when somebody first reads it: a page draws few of them, and
 * compiling all takes a sixth of its start. Returns the disposer.
 */
function putTemplate(core: TwigCore, id: string, make: () => TwigTemplate): () => void {
  const { registry } = core.Templates;
  const put = (value: TwigTemplate) =>
    Object.defineProperty(registry, id, { value, writable: true, enumerable: true, configurable: true });
  let made: TwigTemplate | undefined;
  const get = () => {
    // Twig refuses an id that is taken, and puts the template there itself.
    delete registry[id];
    return (made = make());
  };
  Object.defineProperty(registry, id, { get, set: put, enumerable: true, configurable: true });
  return () => {
    const found = Object.getOwnPropertyDescriptor(registry, id);
    if (found?.get === get || (made !== undefined && found?.value === made)) delete registry[id];
  };
}

function makeTemplate(
  core: TwigCore,
  twig: Twig,
  id: string,
  data: string,
  prepare: (params: Params) => Params,
): TwigTemplate {
  const template = twig.twig({ id, data, autoescape: true }) as TwigTemplate;
  const own = Reflect.get(template, "options") as object;
  const { prototype } = core.Template;
  template.render = (params = {}) => Reflect.apply(prototype.render, template, [prepare(params)]) as string;
  // An author's template that includes a system template passes its own options on: escaping would be switched off.
  Object.defineProperty(template, "options", { get: () => own, set() {} });
  return template;
}

function renderControl(core: TwigCore, name: string, params: Params = {}): string {
  const id = name.startsWith("/") ? name : `/tmpl/controls/${name}.twig`;
  return String(core.Templates.registry[id]?.render(params) ?? "");
}

function reachCore(twig: Twig): TwigCore {
  let reached: TwigCore | undefined;
  twig.extend((core) => (reached = core));
  return reached as TwigCore;
}
