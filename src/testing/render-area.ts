import { options as preact } from "preact";
import { onTestFinished } from "vitest";
import { createLoader } from "../emulator/loader/create-loader";
import { createModel } from "../emulator/model/create-model";
import type { Model } from "../emulator/model/model";
import type { Faults } from "../emulator/model/wire";
import { createPageData } from "../emulator/page/create-page-data";
import { shiftDate } from "../emulator/pages/connect/shift-date";
import { createCrm } from "../emulator/pages/create-crm";
import { createSurface } from "../emulator/pages/create-surface";
import type { Driver } from "../emulator/pages/driver/create-driver";
import { changeFaults, noFaults } from "../emulator/rest/faults";
import type { App } from "../emulator/sdk/app/create-app";
import { createHost } from "../emulator/sdk/create-host";
import { importLibraries } from "../emulator/sdk/import-libraries";
import type { CallbackEntry, ErrorEntry } from "../emulator/sdk/report";
import { createProblem, UserError, type ManifestInput } from "../manifest";
import type { DrawnLocation } from "../manifest/locations";
import { Area, createWidget, type Areas, type LocationsOf, type WidgetConstructor } from "../runtime";
import { createAnswering, type SentRequest } from "./answer-requests";
import { bindQueries, type BoundQueries } from "./bind-queries";
import { createReport } from "./create-report";
import { closeCrm, setCurrentCrm } from "./current-crm";
import { createTestAccount, type AccountOptions } from "./install-widget";
import { openLocation } from "./open-location";
import { setCompiled } from "./set-compiled";

export interface RenderAreaOptions extends AccountOptions {
  /** Changes the account before the page is opened. */
  readonly prepare?: (model: Model) => void;
  /** The address of the page, where it is not the location's usual one: `/leads/detail/add`. */
  readonly url?: string;
}

/** An area that stands in the local Kommo: the queries look into its view, the rest is the CRM around it. */
export interface RenderedArea extends BoundQueries, Omit<Driver, "open"> {
  /** The root of the area's view. Throws while there is none. */
  readonly container: HTMLElement;
  /** The account: `model.tables.tasks`, `model.run("completeTask", …)`. */
  readonly model: Model;
  /** The CRM's global of the same name. */
  readonly APP: App;
  /** What the widget has asked of the CRM since the page was opened. */
  readonly requests: readonly SentRequest[];
  /** The callbacks that the CRM has called. */
  readonly callbacks: readonly CallbackEntry[];
  /** What the widget has thrown into the CRM. */
  readonly errors: readonly ErrorEntry[];
  /** Goes to another page, as a link does. */
  navigate(url: string): Promise<void>;
  /** Goes to the usual page of a location and opens what the user opens there. */
  open(location: DrawnLocation): Promise<void>;
  /** Leaves the page: the CRM destroys the widget. */
  destroy(): Promise<void>;
  /** What goes wrong from here on. */
  setFaults(faults: Partial<Faults>): void;
}

/** A module that createWidget made, the classes that it takes, or the one class of the location. */
export type AreaSource<M extends ManifestInput> =
  | WidgetConstructor
  | Partial<Areas<LocationsOf<M>>>
  | (abstract new (...args: never[]) => Area);

/**
 * Opens a location of the widget in a local Kommo, in the window of the test: the account, the back end, the pages,
 * the SDK and the loader are those of `komponent dev`. The CRM is taken away when the test has finished.
 *
 * @example
 * const card = await renderArea("lcard", LeadCard, { manifest, texts: { en } });
 * fireEvent.click(await card.findByRole("button", { name: "Greet" }));
 * expect(card.requests).toHaveLength(1);
 * @throws UserError KB910 when the manifest does not list the location
 */
export async function renderArea<M extends ManifestInput>(
  location: DrawnLocation & keyof LocationsOf<M>,
  source: AreaSource<M>,
  options: RenderAreaOptions & { readonly manifest: M },
): Promise<RenderedArea> {
  const { manifest, scenario, prepare } = options;
  const code = manifest.name;
  closeCrm();
  checkLocation(location, manifest);
  setCompiled(manifest);
  const module = createModule(location, source);
  const start = await createTestAccount(options);
  const disposers = [shiftDate(window, start.now * 1000 - Date.now()), hastenEffects()];
  const close = () => {
    for (const dispose of disposers.splice(0).toReversed()) dispose();
  };
  try {
    onTestFinished(close);
  } catch {
    // Outside of a test, as in beforeAll: the next renderArea takes it away.
  }

  const model = createModel(start, { clock: () => Date.now() });
  prepare?.(model);
  if (location === "catalogs") takeCatalog(model, code);
  let faults: Faults = { ...noFaults, ...scenario?.faults };
  const requests: SentRequest[] = [];
  const report = createReport();
  const surface = createSurface();
  const host = createHost({
    window,
    model,
    surface,
    report,
    libraries: importLibraries(),
    request: createAnswering(
      model,
      () => faults,
      (request) => requests.push(request),
    ),
  });
  disposers.push(() => host.dispose());
  setCurrentCrm({ host, close });
  const loader = createLoader({
    host,
    loadWidget: async (_code, { lang }) => ({ module, langs: readTexts(options.texts, lang) }),
  });
  loader.setFaults(faults);

  const open = (url: string) => {
    const page = createPageData(
      model,
      url,
      { widget: code, faults, problems: [], holds: [], revision: 1, event: 0 },
      Date.now(),
    );
    if (page === null) throw new Error(`The account has no page ${url}.`);
    return page;
  };
  const { areas } = open("/");
  const first = open(options.url ?? areas.find(({ area }) => area === location)?.url ?? "/");
  window.history.replaceState(null, "", first.url);
  const running = createCrm({
    window,
    host,
    loader,
    model,
    surface,
    page: first,
    fetchPage: async (url) => open(url),
  });
  disposers.push(() => {
    running.dispose();
    loader.dispose();
  });
  const { crm, driver } = running;

  const settled = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = await work();
    // What was drawn has effects, which draw once more.
    for (let turn = 0; turn < 3; turn++) await crm.settle();
    return result;
  };
  let current: DrawnLocation = location;
  const find = () => findRoot(current, code);
  const area: Omit<RenderedArea, keyof BoundQueries> = {
    get container() {
      const root = find();
      if (root === undefined) throw new Error(`The widget draws nothing on ${window.location.pathname}.`);
      return root;
    },
    model,
    APP: host.APP,
    requests,
    callbacks: report.callbacks,
    errors: report.errors,
    navigate: (url) => settled(() => crm.navigate(url)),
    open: (next) =>
      settled(async () => {
        current = next;
        await driver.open(next);
        await openLocation(next, running, model, code);
      }),
    destroy: () => settled(async () => loader.closePage()),
    setFaults(change) {
      const changed = changeFaults(faults, change);
      if (typeof changed === "string") throw new Error(changed);
      faults = changed;
      loader.setFaults(faults);
      running.setFaults(faults);
    },
    select: (ids) => settled(() => driver.select(ids)),
    runListAction: () => settled(() => driver.runListAction()),
    openSettings: () => settled(() => driver.openSettings()),
    saveSettings: (values) => settled(() => driver.saveSettings(values)),
    openPipelineAction: () => settled(() => driver.openPipelineAction()),
    disable: () => settled(() => driver.disable()),
  };

  await settled(async () => {
    await running.start();
    await openLocation(location, running, model, code);
  });
  const queries = bindQueries(() => find() ?? document.createElement("div"));
  return Object.defineProperties(queries, Object.getOwnPropertyDescriptors(area)) as RenderedArea;
}

/** Preact runs effects after a frame, of which a test has none to see. */
function hastenEffects(): () => void {
  const before = preact.requestAnimationFrame;
  preact.requestAnimationFrame = (run) => void setTimeout(run);
  return () => {
    preact.requestAnimationFrame = before as never;
  };
}

function checkLocation(location: string, { locations }: ManifestInput): void {
  if (location in locations || location === "widget_page") return;
  throw new UserError(
    createProblem({
      code: "KB910",
      message: `KB910  renderArea was asked for "${location}", which the manifest does not list; it lists ${Object.keys(locations).join(", ")}.`,
    }),
  );
}

function createModule(location: string, source: AreaSource<ManifestInput>): unknown {
  if (typeof source !== "function") return createWidget(source as never);
  return source.prototype instanceof Area ? createWidget({ [location]: source } as never) : source;
}

/** As if the widget had saved its settings with `setSdkCatalogId`. */
function takeCatalog(model: Model, code: string): void {
  const [element] = [...model.tables.catalog_elements.all()];
  const widget = model.tables.widgets.get(code);
  if (!element || !widget) return;
  model.write((writer) => writer.put("widgets", { ...widget, sdk_catalog_id: element.catalog_id }));
}

/** The host asks for one file, of the user's language. */
function readTexts(texts: AccountOptions["texts"] = {}, address: string): Readonly<Record<string, unknown>> {
  const locale = /([a-z]+)\.json/.exec(address)?.[1] ?? "en";
  return (texts[locale] ?? Object.values(texts)[0] ?? {}) as Readonly<Record<string, unknown>>;
}

/**
 * The first root in the page: windows that the area opens stand behind it. The host's own modal has the same class,
 * but takes no failures; a tab stands beside the widget's block of the same card.
 */
function findRoot(location: DrawnLocation, code: string): HTMLElement | undefined {
  const scope = location === "card_sdk" ? `#${code} ` : "";
  const elements = document.querySelectorAll<HTMLElement>(`${scope}.${code}`);
  return [...elements].find((element) => "fail" in element);
}
