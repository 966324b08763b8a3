import type { Crm } from "../crm";
import { hasLocation } from "../../model/read-text";
import { openSettingsModal, type OpenSettings } from "../settings/open-settings-modal";

/**
 * Drives the page as a person's clicks would. Every promise settles when the page has, and rejects only where the
 * emulator itself cannot do what was asked.
 */
export interface Driver {
  /** Goes to the default page of a connection area, e.g. `lcard`. */
  open(area: string): Promise<void>;
  /** Ticks rows of the open list: those named, else the first two. Gives the ids of the rows that are ticked then. */
  select(ids?: readonly number[]): Promise<number[]>;
  /** Chooses the widget's entry of the list's "More" menu; false where it has none. */
  runListAction(): Promise<boolean>;
  /** Opens the widget's settings modal; false when its script failed. */
  openSettings(): Promise<boolean>;
  /** Fills the named fields and presses Save; whether the widget agreed. Opens the modal where it is closed. */
  saveSettings(values?: Readonly<Record<string, unknown>>): Promise<boolean>;
  /** Adds the widget's action to a stage of the automation board, or opens the one that is there; false where it has none. */
  openPipelineAction(): Promise<boolean>;
  /** Switches the widget off in its settings modal, which is opened where it is closed. */
  disable(): Promise<boolean>;
}

export function createDriver(crm: Crm): Driver {
  const { host, loader, model, page, window } = crm;
  let settings: OpenSettings | null = null;

  const widgetCode = () => page.get().widget;

  async function open(area: string): Promise<void> {
    const target = page.get().areas.find((one) => one.area === area);
    if (target === undefined) throw new Error(`There is no area ${JSON.stringify(area)}.`);
    await crm.navigate(target.url);
    await crm.settle();
  }

  async function openSettings(): Promise<OpenSettings | null> {
    if (settings !== null && window.document.contains(settings.body)) return settings;
    if (page.get().route.screen !== "integrations") await open("settings");
    settings = await openSettingsModal(crm, widgetCode());
    await crm.settle();
    return settings;
  }

  return {
    open,
    async select(ids) {
      if (host.list === null) await open("llist");
      const rows = host.list?.models ?? [];
      const wanted = new Set(ids ?? rows.slice(0, 2).map((row) => Number(row.id)));
      for (const row of rows) {
        const isTicked = wanted.has(Number(row.id));
        row.set({ is_checked: isTicked, checked: isTicked });
      }
      host.$(window.document.getElementById("list_table") ?? []).trigger("list:checkbox");
      await crm.settle();
      return rows.filter((row) => row.get("is_checked") === true).map((row) => Number(row.id));
    },
    async runListAction() {
      const code = widgetCode();
      if (!loader.listListActions().some((action) => action.code === code)) return false;
      const done = await loader.runListAction(code);
      await crm.settle();
      return done;
    },
    async openSettings() {
      return (await openSettings()) !== null;
    },
    async saveSettings(values = {}) {
      const opened = await openSettings();
      if (opened === null) return false;
      for (const [name, value] of Object.entries(values)) fillField(opened.body, name, value);
      const isSaved = await opened.save();
      await crm.settle();
      return isSaved;
    },
    async openPipelineAction() {
      if (page.get().route.screen !== "automation") await open("digital_pipeline");
      const code = widgetCode();
      const widget = model.tables.widgets.get(code);
      if (widget === undefined || !hasLocation(widget, "digital_pipeline")) return false;
      const { id: pipeline } = page.get().route;
      const action = model.tables.stage_actions.filter(
        (one) => one.widget_code === code && (pipeline === null || one.pipeline_id === pipeline),
      )[0];
      const stage = window.document.querySelector<HTMLElement>(
        ".digital-pipeline__column[data-id]:not(.digital-pipeline__column_incoming)",
      );
      if (action !== undefined) crm.editing.set({ kind: "action", id: action.id });
      else if (stage === null) throw new Error("The automation board has no stage.");
      else crm.editing.set({ kind: "new", status: Number(stage.dataset.id), widget: code });
      await crm.settle();
      return window.document.querySelector(".digital-pipeline__edit-forms") !== null;
    },
    async disable() {
      const opened = await openSettings();
      const isOff = (await opened?.disable()) ?? false;
      await crm.settle();
      return isOff;
    },
  };

  /** Writes a value as a person would: into the field's input, or into the inputs of its users. */
  function fillField(body: Element, name: string, value: unknown): void {
    const isNested = value !== null && typeof value === "object" && findInput(body, name) === null;
    if (isNested) {
      for (const [key, part] of Object.entries(value)) fillField(body, `${name}[${key}]`, part);
      return;
    }
    const input = findInput(body, name);
    if (input === null) return;
    const text = typeof value === "object" ? JSON.stringify(value) : String(value);
    host.$(input).val(text).trigger("change");
    input.dispatchEvent(new window.Event("input", { bubbles: true }));
  }
}

function findInput(body: Element, name: string): Element | null {
  return [...body.querySelectorAll("[name]")].find((input) => input.getAttribute("name") === name) ?? null;
}
