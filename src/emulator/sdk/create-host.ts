import type { Collection, Model as BackboneModel } from "backbone";
import { createApp, describePatterns, hoursOf } from "./app/create-app";
import { createConstants } from "./app/create-constants";
import { createCurrentCard } from "./app/create-current-card";
import { createCurrentView } from "./app/create-current-view";
import { createData } from "./app/create-data";
import { createLiveCard } from "./app/create-live-card";
import { createLiveList } from "./app/create-live-list";
import { createWidgets } from "./app/create-widgets";
import { elementTypes } from "./app/lookup-tables";
import { liveControls } from "./controls/live-controls";
import { connectRequests } from "./connect-requests";
import { createNotificationCallbacks } from "./create-callbacks";
import { createErrors } from "./create-errors";
import { createSockets } from "./create-sockets";
import { followModel } from "./follow-model";
import { toToast } from "./to-toast";
import type { Host, HostOptions, LiveCard } from "./host";
import { createConfirmClass } from "./modal/create-confirm-class";
import { createModalClass } from "./modal/create-modal-class";
import { noticeCalls } from "./notice-calls";
import { describePage } from "./page-codes";
import type { PageState } from "./page-state";
import { countShown, createPanel } from "./panel/create-panel";
import { hostTexts } from "./texts";
import { extendTwig } from "./twig/extend-twig";
import { createTemplateStore } from "./twig/load-template";
import { createWatch } from "./watch-reads";
import { createRunWatch } from "./watch-runs";
import { createCrmPost } from "./widget/create-crm-post";
import { createRender } from "./widget/create-render";
import type { TokenStore } from "./widget/create-authorized-ajax";
import { createSources } from "./widget/create-sources";
import { createWidgetBase } from "./widget/create-widget-base";
import { extendWidget } from "./widget/extend";
import type { WidgetObject } from "./widget/widget-object";

/**
 * Puts the CRM into a window: `APP` and `AMOCRM`, the old libraries as globals, the controls' behaviour, twig's
 * additions. One host a window at a time; `dispose` takes everything back.
 *
 * @example
 * const host = createHost({ window, model, libraries: importLibraries(), surface, report });
 * host.setPage({ code: "leads_card", path: "/leads/detail/7", card });
 */
export function createHost(options: HostOptions): Host {
  const { window, model, libraries, surface, report } = options;
  const { $, _, Backbone, Twig, moment } = libraries;
  const texts = hostTexts(model.account.language);
  const disposers: (() => void)[] = [];

  let page: Host["page"] = null;
  let card: LiveCard | null = null;
  let list: Collection<BackboneModel> | null = null;
  let leaveCard = noop;
  const area = () => page?.names.area ?? "";
  const open = {
    get page() {
      return page;
    },
    get card() {
      return card;
    },
    get list() {
      return list;
    },
  };

  if (options.request !== undefined) disposers.push(connectRequests(window, $, options.request));
  moment.locale(model.account.language === "pt" ? "pt-br" : model.account.language);
  const watch = createWatch(report, area);
  const runs = createRunWatch(() => Object.keys(widgets.list));
  const errors = createErrors({ window, report, model, runs, area });
  const constants = createConstants(model, open, (key) => watch.noteMissing(`APP.constant("${key}")`));
  const panel = createPanel(libraries, model, open);
  const sockets = createSockets((run) => errors.guard("", run));
  const sources = createSources({
    $,
    area,
    accountName: () => model.account.name,
    guard: (widget, _name, run) => errors.guard(widget, run),
  });
  const widgets = watch.watchReads(
    noticeCalls(createWidgets($, model, panel, sources), "APP.widgets", report),
    "APP.widgets",
  );
  const callbacks = createNotificationCallbacks(() => widgets, errors);
  const data = createData();
  const names = () => page?.names ?? describePage("");
  const APP = createApp({
    libraries,
    model,
    surface,
    report,
    watch,
    constants,
    texts,
    data,
    widgets,
    names,
    addNotificationCallback: (code, callback) => callbacks.add(code, callback),
  });

  disposers.push(
    extendTwig({
      twig: Twig,
      libraries,
      texts,
      lang: APP.lang,
      locale: model.account.language,
      currency: model.account.currency,
      patterns: describePatterns(model),
      hours: hoursOf(model),
      words: texts,
    }),
  );
  disposers.push(liveControls(libraries, texts));
  const Modal = createModalClass({ libraries, texts, reload: () => surface.reload() });
  const Confirm = createConfirmClass(Modal, libraries, texts);
  const crmPost = createCrmPost($, (run, ms) => void setTimeout(run, ms));
  const tokens: TokenStore = new Map();
  const rawBase = createWidgetBase({
    libraries,
    model,
    surface,
    constants,
    panel,
    sources,
    sockets,
    texts,
    widgets,
    crmPost,
    tokens,
    Modal,
    host: open,
    render: createRender({
      twig: Twig,
      templates: createTemplateStore($, Twig),
      noteMissing: watch.noteMissing,
      loadedAt: Date.now(),
    }),
  });
  const base = watch.watchReads(noticeCalls(rawBase, "widget", report), "widget");
  base.extend = (author, parent) => extendWidget(author, parent?.prototype ?? base);

  disposers.push(
    setGlobals(window, { APP, AMOCRM: APP, $, jQuery: $, _, Backbone, moment, Twig, twig: Twig.twig }),
  );
  disposers.push(setGlobals(window.document, { crm_post: crmPost }));
  disposers.push(model.subscribe(() => constants.forget()));
  disposers.push(hearReloads($, () => surface.reload()));

  function setPage(state: PageState): void {
    leaveCard();
    const described = describePage(state.code);
    page = { ...state, names: { ...described, area: state.area ?? described.area } };
    [card, leaveCard] = state.card === undefined ? [null, noop] : createLiveCard(state.card, libraries);
    list = state.list === undefined ? null : createLiveList(state.list, libraries);
    const view = createCurrentView($, state);
    Object.assign(data, {
      current_card:
        card === null
          ? false
          : watch.watchReads(createCurrentCard($, card, surface), "APP.data.current_card"),
      current_entity: page.names.currentEntity,
      current_list: list ?? undefined,
      current_view: view === undefined ? undefined : watch.watchReads(view, "APP.data.current_view"),
      is_card: card !== null,
      element_type: card === null ? false : elementTypes[card.state.entity],
      page_changed: true,
    });
    constants.forget();
    sources.forget();
    const shown = countShown(model, open);
    Object.assign(widgets.system, {
      area: page.names.area,
      displayed_count: shown,
      displayed_count_by_area: { [state.code]: shown },
    });
    panel.enterPage();
  }

  const host: Host = {
    window,
    $,
    APP,
    model,
    report,
    errors,
    runs,
    panel,
    Modal,
    Confirm,
    libraries,
    get page() {
      return page;
    },
    get card() {
      return card;
    },
    get list() {
      return list;
    },
    setPage,
    trigger: (event, args = []) => void $(window.document).trigger(event, args as never),
    listActions: (type) => sources.listActions(type),
    listSources: () => sources.listSources(),
    receive(notification) {
      callbacks.call(notification);
      if (!notification.silent) surface.showToast(toToast(notification));
    },
    forgetTokens: () => tokens.clear(),
    noteMissing: watch.noteMissing,
    publish: (channel, payload) => sockets.publish(channel, payload),
    createWidget(author, code, initOnce) {
      const Widget = extendWidget(author, base);
      const widget = new Widget() as WidgetObject;
      widgets.list[code] = widget;
      widget.ns = `.widget:${code}`;
      widget.init_once = initOnce;
      return widget;
    },
    setUpWidget(widget, langs, params) {
      // Straight to the SDK where the author has no method of that name: a call of ours is none of the widget's.
      const own = (name: "set_lang" | "set_settings") =>
        widget[name] === base[name] ? rawBase[name] : (widget[name] as (value: object) => void);
      own("set_lang").call(widget, langs);
      own("set_settings").call(widget, params);
    },
    dropWidget(code) {
      const widget = widgets.list[code];
      delete widgets.list[code];
      const namespace = errors.guard(code, () => widget?.ns);
      if (namespace !== undefined) $(window.document).off(namespace);
      panel.removeBlocks(code);
      sources.forget(code);
      callbacks.forget(code);
    },
    dispose() {
      leaveCard();
      for (const dispose of disposers.toReversed()) dispose();
      panel.dispose();
      errors.dispose();
    },
  };
  disposers.push(followModel(model, host));
  return host;
}

/** Widgets ask for the page anew by events of the document. */
function hearReloads($: JQueryStatic, reload: () => void): () => void {
  const events = "page:reload.emulatorHost list:reload.emulatorHost";
  $(document).on(events, reload);
  return () => void $(document).off(events, reload);
}

/** Sets members of an object; the disposer puts back what was there. */
function setGlobals(target: object, values: Readonly<Record<string, unknown>>): () => void {
  const before = new Map(
    Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(target, name)]),
  );
  Object.assign(target, values);
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(target, name);
      else Object.defineProperty(target, name, descriptor);
    }
  };
}

function noop(): void {}
