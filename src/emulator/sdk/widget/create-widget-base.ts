import type { ModelView } from "../../model/model";
import type { Constants } from "../app/create-constants";
import { platformError } from "../blame";
import type { Sockets } from "../create-sockets";
import type { Host } from "../host";
import type { Libraries } from "../libraries";
import type { CloseGuard, Panel } from "../panel/create-panel";
import { blockTemplate } from "../panel/block-template";
import type { Surface } from "../surface";
import type { HostTexts } from "../texts";
import { createAuthorizedAjax, type TokenStore } from "./create-authorized-ajax";
import type { Sources } from "./create-sources";
import { codeOf } from "./create-sources";
import { describeAccountsCurrent } from "./describe-accounts-current";
import { extendWidget } from "./extend";
import { listCardContacts } from "./list-card-contacts";
import { listSelected } from "./list-selected";
import type { TemplateSource, WidgetObject } from "./widget-object";

export interface WidgetBaseOptions {
  readonly libraries: Libraries;
  readonly model: ModelView;
  readonly host: Pick<Host, "page" | "card" | "list">;
  readonly surface: Surface;
  readonly constants: Constants;
  readonly panel: Panel;
  readonly sources: Sources;
  readonly sockets: Sockets;
  readonly texts: HostTexts;
  /** The live `APP.widgets`: `system()` gives its `system`, whatever it is. */
  readonly widgets: { readonly system: unknown };
  readonly render: (source: TemplateSource, params?: object) => unknown;
  readonly tokens: TokenStore;
  readonly crmPost: (...args: never[]) => void;
  readonly Modal: unknown;
}

interface BlockOptions {
  readonly caption?: { readonly class_name?: string };
  readonly body?: unknown;
  readonly render?: string;
  readonly block_class_name?: string;
  readonly onBeforeCloseWidgetBlock?: CloseGuard;
}

/**
 * Makes the prototype that every widget's object inherits from (Kommo: script.js, JS SDK). Nothing here is set up by a
 * constructor: until the loader has called `set_lang` and `set_settings`, `langs` and `params` are not there.
 */
export function createWidgetBase(options: WidgetBaseOptions) {
  const { libraries, model, host, surface, constants, panel, sources, sockets, texts, widgets } = options;
  const { $, Twig } = libraries;
  const accounts = new WeakMap<object, object>();

  const base = {
    // They come with the start; until then they are known names without a value.
    params: undefined,
    langs: undefined,
    ns: undefined,
    init_once: undefined,
    sdk_catalog_id: undefined,
    callbacks: undefined,

    template_element: blockTemplate,
    helpers: { Modal: options.Modal },

    system: () => (typeof widgets.system === "object" && widgets.system !== null ? widgets.system : false),
    get_settings(this: WidgetObject) {
      return this.params;
    },
    set_settings(this: WidgetObject, patch: object) {
      this.params = Object.assign(this.params ?? {}, patch);
    },
    get_version(this: WidgetObject) {
      return paramsOf(this).version;
    },
    get_install_status(this: WidgetObject) {
      return paramsOf(this).status;
    },
    get_accounts_current(this: WidgetObject) {
      const known = accounts.get(this);
      const made = known ?? describeAccountsCurrent(constants, this);
      accounts.set(this, made);
      return made;
    },
    set_lang(this: WidgetObject, langs: Record<string, unknown>) {
      this.langs = langs;
    },
    i18n(this: WidgetObject, path: unknown) {
      return typeof path === "string" ? readText(this.langs, path) : false;
    },

    render: options.render,
    render_template(this: WidgetObject, block: BlockOptions, params: object = {}) {
      const code = codeOf(this);
      const { images_path, path } = paramsOf(this);
      const own = block.render ? options.render({ data: block.render }, params) : "";
      const markup = Twig.twig({ data: this.template_element, autoescape: true })?.render({
        widget_code: code,
        block_class_name: block.block_class_name,
        caption: { class_name: block.caption?.class_name ?? "" },
        images_path: images_path ?? `${String(path)}/images`,
        name: "",
        close: texts.close,
      });
      const $block = $($.parseHTML(String(markup).trim()));
      $block.find(".card-widgets__widget__body").append(own as string, block.body as string);
      panel.insertBlock(code, $block, block.onBeforeCloseWidgetBlock);
      $(document).trigger("widget:render-template", [code]);
    },
    widgetsOverlay: (isShown: unknown) => panel.setOverlay(isShown === true),
    set_status(this: WidgetObject, status: keyof HostTexts["status"]) {
      const code = codeOf(this);
      const $tile = $("div[data-code]").filter((_index, tile) => tile.getAttribute("data-code") === code);
      if ($tile.length === 0) return;
      $tile.removeClass("install installed error").addClass(status);
      $tile.find(".widget-status-text").text(texts.status[status] ?? status);
      paramsOf(this).status = status;
      $(document).trigger("widgets:status:change", { widget_code: code, status });
    },
    setCountBadge(this: WidgetObject, item: string, count: number) {
      surface.setMenuBadge(codeOf(this), item, Number(count) || 0);
    },
    background_install(this: WidgetObject) {
      const $save = $(".widget-settings__modal")
        .filter(`.${codeOf(this)}`)
        .find(".js-widget-save");
      $save.attr("data-onsave-destroy-modal", "false").trigger("click");
    },

    list_selected: () => listSelected(host.page?.code ?? "", host.list),
    get_current_card_contacts_data: () => Promise.resolve(listCardContacts(model, host)),
    get_pipeline_id(this: WidgetObject) {
      const { pipeline_id } = model.tables.widgets.get(codeOf(this)) ?? { pipeline_id: null };
      const answer = $.Deferred<number>();
      return pipeline_id === null ? answer.reject() : answer.resolve(pipeline_id);
    },

    add_action(this: WidgetObject, type: unknown, handler: unknown) {
      sources.addAction(this, type, handler);
    },
    add_source(this: WidgetObject, type: unknown, handler: unknown, title?: unknown) {
      sources.addSource(this, type, handler, title);
    },
    setSdkCatalogId(this: WidgetObject, id: unknown) {
      this.sdk_catalog_id = Number(id);
    },
    listenSocketChannel: sockets.listen,

    crm_post: options.crmPost,
    $authorizedAjax: createAuthorizedAjax($, options.tokens),

    extend: (author: object, parent?: { prototype: object }) =>
      extendWidget(author, parent?.prototype ?? base),
    unbind: () => undefined,
  };

  return base;
}

function paramsOf(widget: WidgetObject): Record<string, unknown> {
  if (widget.params === undefined) throw platformError("the widget has no params while its constructor runs");
  return widget.params;
}

/** False where the last key is missing; a missing key before it throws. */
function readText(langs: unknown, path: string): unknown {
  const keys = path.split(".");
  let node = langs;
  for (const key of keys) {
    if (node === undefined || node === null) {
      throw platformError(
        `i18n("${path}"): there is nothing above "${key}" (in the constructor there are no texts)`,
      );
    }
    node = Reflect.get(Object(node), key);
  }
  return node === undefined ? false : node;
}
