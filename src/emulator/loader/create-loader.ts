import type { Json } from "../model/entities";
import type { PageState } from "../sdk/page-state";
import type { WidgetObject } from "../sdk/widget/widget-object";
import { describeParams } from "./describe-params";
import { hideContainers } from "./hide-containers";
import { listListActions, runListAction } from "./list-actions";
import type { Loader, LoaderFaults, LoaderOptions, TabElement, WidgetList, WidgetRecord } from "./loader";
import type { Outcome } from "./run-callback";
import { putForeignJquery } from "./put-foreign-jquery";
import { createCallbackRunner, patience, waitFor } from "./run-callback";
import { renderAgain, startWidget } from "./start-widget";

const foreignJquery = "/-/amd/foreign-jquery.js";
/** Where widgets draw; what the fault `containerDelay` takes away for a while. */
const containers = ".card-widgets__elements, [id^=work-area-], .widget_settings_block";

/**
 * Makes the loader of one host. Which widgets a page has, its server says (`POST /ajax/widgets/list`); how their
 * scripts come, `loadWidget` knows.
 */
export function createLoader({ host, loadWidget }: LoaderOptions): Loader {
  const { $, model, APP } = host;
  const callbacks = createCallbackRunner(host);
  let faults: LoaderFaults = {};
  let visit = 0;
  let isOpen = false;
  let bringContainersBack = noop;
  let takeForeignJqueryOut = noop;
  const surroundings = { host, callbacks, faults: () => faults };

  async function fetchWidgets(area: string): Promise<WidgetList["widgets"]> {
    const request = $.ajax({ url: "/ajax/widgets/list", type: "POST", data: { area }, dataType: "json" });
    // jQuery's promise rejects with the request, which says nothing when it is thrown.
    const list = await new Promise<WidgetList>((resolve) => {
      request.done(resolve).fail(() => resolve({ widgets: {}, system: {} }));
    });
    const { area: _area, ...system } = list.system ?? {};
    Object.assign(APP.widgets.system, system);
    return list.widgets ?? {};
  }

  function areWidgetsOff(path: string): boolean {
    const user = model.tables.users.get(model.account.current_user_id);
    return (
      path.startsWith("/settings/pay") ||
      user?.is_free === true ||
      /[?&]safe_mode\b/.test(host.window.location.search)
    );
  }

  async function startOrRender(code: string, record: WidgetRecord, isHere: () => boolean): Promise<void> {
    const running = APP.widgets.list[code];
    if (running !== undefined) return renderAgain(code, running, surroundings);
    const loaded = await loadWidget(code, record);
    if (isHere()) await startWidget(code, record, loaded, surroundings);
  }

  function destroy(code: string): void {
    const widget = APP.widgets.list[code];
    if (widget === undefined) return;
    if (callbacks.has(widget, "destroy")) callbacks.run(code, widget, "destroy");
    host.dropWidget(code);
  }

  function closePage(): void {
    if (!isOpen) return;
    isOpen = false;
    visit += 1;
    bringContainersBack();
    host.trigger("page:changed");
    for (const [code, widget] of Object.entries(APP.widgets.list)) if (!livesOn(widget)) destroy(code);
    APP.widgets.loaded = false;
  }

  async function openPage(page: PageState): Promise<void> {
    closePage();
    isOpen = true;
    const here = (visit += 1);
    const isHere = () => visit === here;
    host.setPage(page);
    if (areWidgetsOff(page.path)) return;
    const widgets = await fetchWidgets(page.code);
    if (!isHere()) return;
    takeContainersAway(document);
    const starts = Object.entries(widgets)
      .filter(([, record]) => record.active === "Y")
      .map(([code, record]) => startOrRender(code, record, isHere));
    await waitFor(Promise.all(starts).then(noop), patience, undefined);
    if (!isHere()) return;
    APP.widgets.loaded = true;
    $("#list_table").trigger("list:checkbox");
  }

  function takeContainersAway(root: ParentNode): void {
    const { containerDelay = 0 } = faults;
    if (containerDelay !== 0) bringContainersBack = hideContainers(root, containers, containerDelay);
  }

  /** Gives the running widget for a special opening; starts it, or renders it again, first. */
  async function summon(code: string, area: string): Promise<WidgetObject | undefined> {
    const here = visit;
    const record = (await fetchWidgets(area))[code];
    if (record === undefined) return APP.widgets.list[code];
    await waitFor(
      startOrRender(code, record, () => visit === here),
      patience,
      undefined,
    );
    return APP.widgets.list[code];
  }

  /** Summons the widget and calls one callback; undefined where it has none, threw or was rejected. */
  async function ask(
    code: string,
    area: string,
    name: string,
    args: readonly unknown[],
  ): Promise<{ value: unknown } | undefined> {
    const widget = await summon(code, area);
    if (widget === undefined || !callbacks.has(widget, name)) return undefined;
    const outcome = await callbacks.runAndWait(code, widget, name, args);
    return outcome.failed ? undefined : { value: outcome.value };
  }

  /** `renderRow(caption)` of the Salesbot designer. */
  function renderDesignerRow(caption: string): string {
    const template = host.libraries.Twig.twig({ ref: "/tmpl/salesbot_designer/controls/widget_param.twig" });
    return String(template?.render({ caption, is_widget: true }));
  }

  async function refreshParams(code: string, area: string): Promise<void> {
    const widget = APP.widgets.list[code];
    const record = (await fetchWidgets(area))[code];
    if (widget?.params !== undefined && record !== undefined) {
      Object.assign(widget.params, describeParams(code, record));
    }
  }

  return {
    openPage,
    closePage,

    async openSettings(code, body, context) {
      takeContainersAway(body);
      const widget = await summon(code, settingsArea(code));
      if (widget === undefined) return false;
      callbacks.run(code, widget, "settings", context === undefined ? [$(body)] : [$(body), context]);
      return true;
    },

    async saveSettings(code, { fields, active = "Y", install = false }) {
      const widget = APP.widgets.list[code] ?? (await summon(code, settingsArea(code)));
      if (widget === undefined) return false;
      if (install && callbacks.has(widget, "onInstall")) callbacks.run(code, widget, "onInstall");
      if (!callbacks.has(widget, "onSave")) return false;
      const outcome = await callbacks.runAndWait(code, widget, "onSave", [{ active, fields }]);
      if (!isAgreed(outcome)) return false;
      await model.perform("saveWidgetSettings", {
        code,
        settings: fields as Record<string, Json>,
        active: active === "Y",
      });
      if (Number.isInteger(widget.sdk_catalog_id)) {
        await model.perform("setSdkCatalog", { code, catalog_id: Number(widget.sdk_catalog_id) }).catch(noop);
      }
      await refreshParams(code, settingsArea(code));
      host.trigger("widget:installed", [code, JSON.stringify(fields)]);
      return true;
    },

    async disable(code) {
      const widget = APP.widgets.list[code] ?? (await summon(code, settingsArea(code)));
      const row = model.tables.widgets.filter((candidate) => candidate.code === code)[0];
      if (row === undefined) return false;
      if (widget !== undefined) {
        const fields = { ...row.settings };
        if (callbacks.has(widget, "onSave")) {
          await callbacks.runAndWait(code, widget, "onSave", [{ active: "N", fields }]);
        }
        if (widget.params !== undefined) widget.params.widget_active = "N";
      }
      await model.perform("disableWidget", { code });
      destroy(code);
      host.trigger("widget:removed", [code, row.settings, true]);
      return true;
    },

    async enable(code) {
      const row = model.tables.widgets.filter((candidate) => candidate.code === code)[0];
      if (row === undefined) return false;
      await model.perform("saveWidgetSettings", { code, settings: row.settings, active: true });
      host.trigger("widget:installed", [code, JSON.stringify(row.settings)]);
      const record = (await fetchWidgets(host.page?.code ?? ""))[code];
      if (record === undefined) return true;
      await startOrRender(code, record, () => isOpen);
      return true;
    },

    async openPipelineAction(code, form) {
      return (await ask(code, settingsArea(code), "dpSettings", [$(form)])) !== undefined;
    },

    listListActions: () => listListActions(host, callbacks),
    runListAction: (code) => runListAction(code, host, callbacks),

    async openDesigner(code, body, params) {
      const args = [$(body), renderDesignerRow, params];
      const answer = await ask(code, `salesbot_designer:${code}`, "salesbotDesignerSettings", args);
      return readExits(answer?.value);
    },

    async saveDesigner(code, handler, params) {
      const answer = await ask(code, `salesbot_designer:${code}`, "onSalesbotDesignerSave", [
        handler,
        params,
      ]);
      return typeof answer?.value === "string" ? answer.value : null;
    },

    async openCardTab(code, { elementType, id }) {
      const widget = APP.widgets.list[code];
      if (widget === undefined) return { preloaded: [], linked: [] };
      const type = { id: elementType, type: nameElementType(elementType) };
      const preloaded = await callbacks.runAndWait(code, widget, "loadPreloadedData");
      const linked = await callbacks.runAndWait(code, widget, "loadElements", [type, id]);
      return { preloaded: readElements(preloaded), linked: readElements(linked) };
    },

    async searchCardTab(code, query, { elementType, id }) {
      const widget = APP.widgets.list[code];
      if (widget === undefined) return [];
      return readElements(
        await callbacks.runAndWait(code, widget, "searchDataInCard", [query, elementType, id]),
      );
    },

    async linkInCardTab(code, links) {
      const widget = APP.widgets.list[code];
      if (widget === undefined || !callbacks.has(widget, "linkCard")) return false;
      return !(await callbacks.runAndWait(code, widget, "linkCard", [links])).failed;
    },

    async editCatalogElement(catalogId, element) {
      const running = Object.entries(APP.widgets.list).find(
        ([, widget]) => widget.sdk_catalog_id === catalogId,
      );
      const row = model.tables.widgets.filter(
        (widget) => widget.sdk_catalog_id === catalogId && widget.is_active,
      )[0];
      const code = running?.[0] ?? row?.code;
      if (code === undefined) return false;
      const widget = APP.widgets.list[code] ?? (await summon(code, "catalog_card"));
      if (widget === undefined || !callbacks.has(widget, "loadCatalogElement")) return false;
      callbacks.run(code, widget, "loadCatalogElement", [element]);
      return true;
    },

    async addAsSource(code, pipelineId) {
      await model.perform("addWidgetSource", { code, pipeline_id: pipelineId });
      return (await ask(code, settingsArea(code), "onAddAsSource", [pipelineId])) !== undefined;
    },

    async listCalendars() {
      const offers = [];
      for (const [code, widget] of Object.entries(APP.widgets.list)) {
        if (!callbacks.has(widget, "calendarSync")) continue;
        const outcome = await callbacks.runAndWait(code, widget, "calendarSync");
        if (!outcome.failed) offers.push({ code, offer: outcome.value });
      }
      return offers;
    },

    setFaults(next) {
      faults = next;
      takeForeignJqueryOut();
      takeForeignJqueryOut =
        next.foreignJquery === true ? putForeignJquery(host.window, foreignJquery) : noop;
    },
    dispose() {
      takeForeignJqueryOut();
      closePage();
      for (const code of Object.keys(APP.widgets.list)) destroy(code);
    },
  };
}

/** A plain answer must be truthy; a promise that resolves agrees unless it gives false. */
function isAgreed(outcome: Outcome): boolean {
  if (outcome.failed) return false;
  return outcome.isPromised ? outcome.value !== false : Boolean(outcome.value);
}

function readExits(value: unknown): { code: string; title: string }[] {
  const exits =
    typeof value === "object" && value !== null ? (value as { exits?: unknown }).exits : undefined;
  if (!Array.isArray(exits)) return [];
  return exits
    .filter((exit): exit is { code: unknown; title: unknown } => typeof exit === "object" && exit !== null)
    .map(({ code, title }) => ({ code: String(code), title: String(title ?? code) }));
}

function readElements(outcome: { failed: boolean; value?: unknown }): TabElement[] {
  if (outcome.failed || !Array.isArray(outcome.value)) return [];
  return outcome.value.filter((item): item is TabElement => typeof item === "object" && item !== null);
}

function nameElementType(id: 1 | 2 | 3 | 12): string {
  return { 1: "contacts", 2: "leads", 3: "companies", 12: "customers" }[id];
}

function livesOn(widget: WidgetObject): boolean {
  return widget.init_once === "Y" && widget.params?.widget_active === "Y";
}

/** What the server is asked for where one widget is opened on its own. */
function settingsArea(code: string): string {
  return `widgetsSettings:${code}`;
}

function noop(): void {}
