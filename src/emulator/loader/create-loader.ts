import type { PageState } from "../sdk/page-state";
import type { WidgetObject } from "../sdk/widget/widget-object";
import { areWidgetsOff } from "./are-widgets-off";
import { hideContainers } from "./hide-containers";
import type { WidgetList, WidgetRecord } from "../model/wire";
import type { Loader, LoaderFaults, LoaderOptions } from "./loader";
import { createOpenings } from "./openings";
import { putForeignJquery } from "./put-foreign-jquery";
import { createCallbackRunner, patience, waitFor } from "./run-callback";
import { renderAgain, startWidget } from "./start-widget";

const foreignJquery = "/-/amd/foreign-jquery.js";
/** Where widgets draw; what the fault `containerDelay` takes away for a while. */
const containers = ".card-widgets__elements, [id^=work-area-], .widget_settings_block";

/**
 * Makes the loader of one host. Which widgets a page has, its server says (`POST /ajax/widgets/list`, or beforehand for
 * the first page); how their scripts come, `loadWidget` knows.
 */
export function createLoader({ host, loadWidget, served }: LoaderOptions): Loader {
  const { $, model, APP } = host;
  const callbacks = createCallbackRunner(host);
  let faults: LoaderFaults = {};
  let first = served;
  let holds: ReadonlySet<string> = new Set();
  let visit = 0;
  let isOpen = false;
  let isAnnouncing = false;
  let bringContainersBack = noop;
  let takeForeignJqueryOut = noop;
  const surroundings = { host, callbacks, faults: () => faults };

  async function fetchWidgets(area: string): Promise<WidgetList["widgets"]> {
    const request = $.ajax({ url: "/ajax/widgets/list", type: "POST", data: { area }, dataType: "json" });
    // jQuery's promise rejects with the request, which says nothing when it is thrown.
    const list = await new Promise<WidgetList>((resolve) => {
      request.done((answer) => resolve(answer ?? nothing)).fail(() => resolve(nothing));
    });
    return takeList(list);
  }

  function takeList(list: WidgetList): WidgetList["widgets"] {
    const { area: _area, ...system } = list.system ?? {};
    Object.assign(APP.widgets.system, system);
    const isOut = (code: string) => holds.has(code) && APP.widgets.list[code] === undefined;
    return Object.fromEntries(Object.entries(list.widgets ?? {}).filter(([code]) => !isOut(code)));
  }

  async function startOrRender(code: string, record: WidgetRecord, isHere: () => boolean): Promise<void> {
    try {
      await tryToStart(code, record, isHere);
    } catch (error) {
      // Where a member of the widget's object throws when it is read, for instance.
      host.errors.catch(code, error);
    }
  }

  async function tryToStart(code: string, record: WidgetRecord, isHere: () => boolean): Promise<void> {
    const running = APP.widgets.list[code];
    if (running !== undefined) return renderAgain(code, running, surroundings);
    const loaded = await host.runs.load(code, loadWidget(code, record));
    if (!isHere()) return undefined;
    // A window that was opened meanwhile may have started it: the page starts a widget once.
    const started = APP.widgets.list[code];
    if (started !== undefined) return renderAgain(code, started, surroundings);
    await startWidget(code, record, loaded, surroundings);
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
    destroyAll();
  }

  /** Without those that live on. */
  function destroyAll(): void {
    for (const [code, widget] of Object.entries(APP.widgets.list)) {
      if (host.errors.guard(code, () => livesOn(widget)) !== true) destroy(code);
    }
    APP.widgets.loaded = false;
  }

  async function openPage(page: PageState): Promise<void> {
    closePage();
    isOpen = true;
    visit += 1;
    host.setPage(page);
    isAnnouncing = true;
    host.trigger("widgets:load");
    isAnnouncing = false;
    await startAll(page);
  }

  /** A widget may have all of them started anew by the same event that a new page fires. */
  function startAnew(): void {
    if (isAnnouncing || !isOpen || host.page === null) return;
    visit += 1;
    destroyAll();
    void startAll(host.page);
  }

  async function startAll(page: PageState): Promise<void> {
    const here = visit;
    const isHere = () => visit === here;
    const { search } = host.window.location;
    if (areWidgetsOff(page.path, search, model.tables.users.get(model.account.current_user_id))) return;
    const list = takeServed(page.code);
    const widgets = list === undefined ? await fetchWidgets(page.code) : takeList(list);
    if (!isHere()) return;
    takeContainersAway(document);
    const starts = Object.entries(widgets)
      .filter(([, record]) => record.active === "Y")
      .map(([code, record]) => startOrRender(code, record, isHere));
    await waitFor(Promise.all(starts).then(noop), patience, noop);
    if (!isHere()) return;
    APP.widgets.loaded = true;
    $("#list_table").trigger("list:checkbox");
  }

  /** The list that came with the document, unless somebody has gone to another page before the first one stood. */
  function takeServed(code: string): WidgetList | undefined {
    const isHere = first?.page === code;
    const list = first?.list;
    first = undefined;
    return isHere ? list : undefined;
  }

  function takeContainersAway(root: ParentNode): void {
    const { containerDelay = 0 } = faults;
    if (containerDelay !== 0) bringContainersBack = hideContainers(root, containers, containerDelay);
  }

  /** Starts a widget on the page that is open, where it belongs there. */
  async function startHere(code: string): Promise<void> {
    const here = visit;
    const record = (await fetchWidgets(host.page?.code ?? ""))[code];
    if (record !== undefined) await startOrRender(code, record, () => visit === here);
  }

  /** Gives the running widget for a special opening; starts it, or renders it again, first. */
  async function summon(code: string, area: string): Promise<WidgetObject | undefined> {
    const here = visit;
    const record = (await fetchWidgets(area))[code];
    if (record === undefined) return APP.widgets.list[code];
    await waitFor(
      startOrRender(code, record, () => visit === here),
      patience,
      noop,
    );
    return APP.widgets.list[code];
  }

  $(document).on("widgets:load.emulatorLoader", startAnew);
  const openings = createOpenings({
    host,
    callbacks,
    fetchWidgets,
    summon,
    destroy,
    startHere,
    takeContainersAway,
  });

  return {
    openPage,
    closePage,
    ...openings,

    setFaults(next) {
      faults = next;
      takeForeignJqueryOut();
      takeForeignJqueryOut =
        next.foreignJquery === true ? putForeignJquery(host.window, foreignJquery) : noop;
    },
    setHolds(next) {
      holds = new Set(next.map(({ code }) => code));
    },
    dispose() {
      $(document).off("widgets:load.emulatorLoader", startAnew);
      takeForeignJqueryOut();
      closePage();
      for (const code of Object.keys(APP.widgets.list)) destroy(code);
    },
  };
}

const nothing: WidgetList = { widgets: {}, system: {} };

function livesOn(widget: WidgetObject): boolean {
  return widget.init_once === "Y" && widget.params?.widget_active === "Y";
}

function noop(): void {}
