import { platformError } from "../sdk/blame";
import type { Host } from "../sdk/host";
import type { WidgetObject } from "../sdk/widget/widget-object";
import { describeParams, describeTexts } from "./describe-params";
import type { WidgetRecord } from "../model/wire";
import type { LoadedWidget, LoaderFaults } from "./loader";
import { findPageCallback } from "./page-callbacks";
import type { CallbackRunner } from "./run-callback";
import { describeWaiting, isThenable, patience, waitFor } from "./run-callback";

export interface StartSurroundings {
  readonly host: Host;
  readonly callbacks: CallbackRunner;
  readonly faults: () => LoaderFaults;
}

/**
 * Starts one widget: object, texts, settings, then `render`, the event `widget:<code>:loaded` with `init`, and
 * `bind_actions`, then what the page asks for. A synchronous truthy `render` gives the order render, init,
 * bind_actions; a promise lets bind_actions run before init; a falsy one leaves init out.
 *
 * Resolves when all that has run. A script that the platform cannot use leaves nothing in `APP.widgets.list`.
 */
export async function startWidget(
  code: string,
  record: WidgetRecord,
  loaded: LoadedWidget,
  surroundings: StartSurroundings,
): Promise<WidgetObject | undefined> {
  const widget = createWidget(code, record, loaded, surroundings.host);
  if (widget === undefined) return undefined;
  const { host, callbacks } = surroundings;
  const missing = ["render", "init", "bind_actions"].filter((name) => !callbacks.has(widget, name));
  if (missing.length > 0) {
    host.errors.catch(
      code,
      platformError(
        `script.js gives no callback ${missing.join(", ")}; the platform does not start such a widget`,
      ),
    );
    host.dropWidget(code);
    return undefined;
  }
  await runStart(code, widget, surroundings);
  return widget;
}

/** `render` again for a widget that lives on (init_once) or is asked for once more, then what the page asks for. */
export async function renderAgain(
  code: string,
  widget: WidgetObject,
  surroundings: StartSurroundings,
): Promise<void> {
  await surroundings.callbacks.runAndWait(code, widget, "render");
  runPageCallback(code, widget, surroundings);
}

function createWidget(
  code: string,
  record: WidgetRecord,
  { module, langs, error }: LoadedWidget,
  host: Host,
): WidgetObject | undefined {
  if (error !== undefined) host.errors.catch(code, error);
  if (typeof module !== "function") {
    // The platform passes it over without a word; whoever wrote it looks for the reason here.
    if (error === undefined) host.errors.catch(code, platformError(describeModule(module)));
    return undefined;
  }
  try {
    const area = host.page?.names.area ?? "";
    const widget = host.runs.run({ widget: code, area, name: "script.js" }, () =>
      host.createWidget(module, code, record.init_once),
    );
    if (typeof widget.callbacks !== "object" || widget.callbacks === null) return widget;
    host.setUpWidget(widget, describeTexts(langs, record), describeParams(code, record));
    return widget;
  } catch (reason) {
    host.errors.catch(code, reason);
    host.dropWidget(code);
    return undefined;
  }
}

function describeModule(module: unknown): string {
  const given = module === null || module === undefined ? "nothing" : `a module of type ${typeof module}`;
  return `script.js gives ${given}; the platform passes over what is no function`;
}

async function runStart(code: string, widget: WidgetObject, surroundings: StartSurroundings): Promise<void> {
  const { host, callbacks, faults } = surroundings;
  const { order = "observed", callTwice = false } = faults();
  const call = (name: string) => {
    if (callTwice) callbacks.run(code, widget, name);
    return callbacks.run(code, widget, name);
  };
  const init = () => {
    // The page may have been left while a promise of render's was under way.
    if (host.APP.widgets.list[code] !== widget) return;
    host.trigger(`widget:${code}:loaded`);
    call("init");
  };

  const rendered = call("render");
  let late: Promise<unknown> | undefined;
  if (isThenable(rendered)) {
    // What comes later still starts the widget; the page waits no longer.
    const started = Promise.resolve(rendered).then(init, () => undefined);
    late = waitFor(started, patience, () => host.errors.tell(code, describeWaiting("render", patience)));
  } else if (rendered) init();
  if (order === "observed" || rendered) call("bind_actions");
  runPageCallback(code, widget, surroundings);
  await late;
}

function runPageCallback(code: string, widget: WidgetObject, { host, callbacks }: StartSurroundings): void {
  if (host.page === null) return;
  const row = host.model.tables.widgets.get(code);
  const found = findPageCallback(host.page, code, row);
  if (found !== undefined && callbacks.has(widget, found[0])) callbacks.run(code, widget, ...found);
}
