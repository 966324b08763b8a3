import type { Json } from "../model/entities";
import type { Host } from "../sdk/host";
import type { WidgetObject } from "../sdk/widget/widget-object";
import { platformError } from "../sdk/blame";
import { messageOf } from "../sdk/describe-error";
import { describeParams } from "./describe-params";
import { listListActions, runListAction } from "./list-actions";
import type { WidgetList } from "../model/wire";
import type { Loader, TabElement } from "./loader";
import type { CallbackRunner, Outcome } from "./run-callback";

/** What is opened for one widget apart from the start of a page. */
export type Openings = Omit<Loader, "openPage" | "closePage" | "setFaults" | "setHolds" | "dispose">;

export interface OpeningSurroundings {
  readonly host: Host;
  readonly callbacks: CallbackRunner;
  fetchWidgets(area: string): Promise<WidgetList["widgets"]>;
  /** Gives the running widget; starts it, or renders it again, first. */
  summon(code: string, area: string): Promise<WidgetObject | undefined>;
  destroy(code: string): void;
  startHere(code: string): Promise<void>;
  takeContainersAway(root: ParentNode): void;
}

/** How long a save may take, ms: a widget may ask its own server first. */
const savePatience = 10_000;

export function createOpenings(surroundings: OpeningSurroundings): Openings {
  const { host, callbacks, fetchWidgets, summon, destroy } = surroundings;
  const { $, model, APP } = host;

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

  function readTab(code: string, outcome: { failed: boolean; value?: unknown }): TabElement[] {
    return host.errors.guard(code, () => readElements(outcome)) ?? [];
  }

  async function refreshParams(code: string, area: string): Promise<void> {
    const widget = APP.widgets.list[code];
    const record = (await fetchWidgets(area))[code];
    host.errors.guard(code, () => {
      if (widget?.params !== undefined && record !== undefined) {
        Object.assign(widget.params, describeParams(code, record));
      }
    });
  }

  return {
    async openSettings(code, body, context) {
      surroundings.takeContainersAway(body);
      const widget = await summon(code, settingsArea(code));
      if (widget === undefined) return false;
      if (APP.data.current_view !== undefined) APP.data.current_view.widget_obj = widget;
      callbacks.run(code, widget, "settings", context === undefined ? [$(body)] : [$(body), context]);
      return true;
    },

    async saveSettings(code, { fields, active = "Y", install = false }) {
      const widget = APP.widgets.list[code] ?? (await summon(code, settingsArea(code)));
      if (widget === undefined) return false;
      if (install && callbacks.has(widget, "onInstall")) callbacks.run(code, widget, "onInstall");
      if (!callbacks.has(widget, "onSave")) return false;
      const outcome = await callbacks.runAndWait(code, widget, "onSave", [{ active, fields }], savePatience);
      if (!isAgreed(outcome)) return false;
      const text = host.errors.guard(code, () => writeFields(fields));
      if (text === undefined) return false;
      const settings = JSON.parse(text) as Record<string, Json>;
      await model.perform("saveWidgetSettings", { code, settings, active: active === "Y" });
      const catalog = host.errors.guard(code, () => widget.sdk_catalog_id);
      if (Number.isInteger(catalog)) {
        await model.perform("setSdkCatalog", { code, catalog_id: Number(catalog) }).catch(noop);
      }
      await refreshParams(code, settingsArea(code));
      host.trigger("widget:installed", [code, text]);
      return true;
    },

    async disable(code) {
      const widget = APP.widgets.list[code] ?? (await summon(code, settingsArea(code)));
      const row = model.tables.widgets.get(code);
      if (row === undefined) return false;
      if (widget !== undefined) {
        const fields = { ...row.settings };
        if (callbacks.has(widget, "onSave")) {
          await callbacks.runAndWait(code, widget, "onSave", [{ active: "N", fields }], savePatience);
        }
        host.errors.guard(code, () => {
          if (widget.params !== undefined) widget.params.widget_active = "N";
        });
      }
      await model.perform("disableWidget", { code });
      destroy(code);
      host.trigger("widget:removed", [code, row.settings, true]);
      return true;
    },

    async enable(code) {
      const row = model.tables.widgets.get(code);
      if (row === undefined) return false;
      await model.perform("saveWidgetSettings", { code, settings: row.settings, active: true });
      host.trigger("widget:installed", [code, JSON.stringify(row.settings)]);
      await surroundings.startHere(code);
      return true;
    },

    async openPipelineAction(code, form) {
      return (await ask(code, settingsArea(code), "dpSettings", [$(form)])) !== undefined;
    },

    listListActions: () => listListActions(host, callbacks),
    runListAction: (code) => runListAction(code, host, callbacks),

    async openDesigner(code, body, params) {
      const args = [$(body), renderDesignerRow, describeHandler(params)];
      const answer = await ask(code, `salesbot_designer:${code}`, "salesbotDesignerSettings", args);
      return host.errors.guard(code, () => readExits(answer?.value)) ?? [];
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
      return { preloaded: readTab(code, preloaded), linked: readTab(code, linked) };
    },

    async searchCardTab(code, query, { elementType, id }) {
      const widget = APP.widgets.list[code];
      if (widget === undefined) return [];
      const outcome = await callbacks.runAndWait(code, widget, "searchDataInCard", [query, elementType, id]);
      return readTab(code, outcome);
    },

    async linkInCardTab(code, links) {
      const widget = APP.widgets.list[code];
      if (widget === undefined || !callbacks.has(widget, "linkCard")) return false;
      return !(await callbacks.runAndWait(code, widget, "linkCard", [links])).failed;
    },

    async editCatalogElement(catalogId, element) {
      const running = Object.entries(APP.widgets.list).find(
        ([name, widget]) => host.errors.guard(name, () => widget.sdk_catalog_id) === catalogId,
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
  };
}

/** What the server is asked for where one widget is opened on its own. */
function settingsArea(code: string): string {
  return `widgetsSettings:${code}`;
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

/** Copies: a getter of the widget's is read here, where what it throws is the widget's, and not while a page is drawn. */
function readElements(outcome: { failed: boolean; value?: unknown }): TabElement[] {
  if (outcome.failed || !Array.isArray(outcome.value)) return [];
  return outcome.value
    .filter((item): item is TabElement => typeof item === "object" && item !== null)
    .map(({ id, sku, name, price, quantity }) => ({
      id,
      sku: String(sku ?? ""),
      name: String(name ?? ""),
      price: typeof price === "number" ? price : String(price ?? ""),
      ...(quantity === undefined ? {} : { quantity: Number(quantity) }),
    }));
}

/** What `onSave` has made of the fields. */
function writeFields(fields: Readonly<Record<string, unknown>>): string {
  try {
    return JSON.stringify(fields);
  } catch (error) {
    throw platformError(`onSave leaves fields that are no JSON: ${messageOf(error)}`);
  }
}

function nameElementType(id: 1 | 2 | 3 | 12): string {
  return { 1: "contacts", 2: "leads", 3: "companies", 12: "customers" }[id];
}

function noop(): void {}

/**
 * The settings of a bot's step as `salesbotDesignerSettings` gets them: the values by their names, and once more where
 * widgets of the field read them, inside the handler that the designer keeps. Who lists the values does not see that.
 */
function describeHandler(params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const value = { params: { params } };
  return Object.defineProperty({ ...params }, "params", { value, enumerable: false });
}
