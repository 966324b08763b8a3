import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CardArea } from "./areas/card-area";
import { createWidget } from "./create-widget";
import { countResources } from "./fixtures/count-resources";
import { driveWidget, type DrivenWidget, type WithLocations } from "./fixtures/drive-widget";

const steps: string[] = [];

class LeadCard extends CardArea {
  init() {
    steps.push("init");
  }
  render() {
    return <p>Lead</p>;
  }
}

const hello = createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: LeadCard });
const links = () => [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")];
const isShown = () => document.querySelector(".card-widgets__widget__body > .hello") !== null;

let driven: DrivenWidget;

beforeEach(() => {
  vi.useFakeTimers();
  // The document of the tests loads no sheets, and would say at once that it has.
  const { settings } = (window as unknown as { happyDOM: { settings: object } }).happyDOM;
  Object.assign(settings, { handleDisabledFileLoadingAsSuccess: true });
  vi.spyOn(HTMLLinkElement.prototype, "dispatchEvent").mockImplementation(function (
    this: HTMLLinkElement,
    event,
  ) {
    return event.isTrusted || (event as { byTest?: true }).byTest === true
      ? EventTarget.prototype.dispatchEvent.call(this, event)
      : true;
  });
  steps.length = 0;
  driven = driveWidget(hello, { compiled: { KOMPONENT_STYLES: true } });
});

afterEach(() => {
  driven.call("destroy");
  driven.crm.loader.dispose();
  driven.crm.host.dispose();
  for (const link of links()) link.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function settle(event: "load" | "error"): void {
  links()[0]?.dispatchEvent(Object.assign(new Event(event), { byTest: true }));
}

describe("style.css", () => {
  it("is linked once, by its version, and stays while the widget lives", () => {
    driven.call("render", "init", "render", "destroy", "render");

    expect(links().map((link) => link.getAttribute("href"))).toEqual(["/widgets/hello/style.css?v=1.0.0"]);
  });

  it.each(["load", "error"] as const)("shows no view before its %s", (event) => {
    driven.call("render", "init");
    expect(isShown()).toBe(false);
    expect(steps).toEqual([]);

    settle(event);

    expect(isShown()).toBe(true);
    expect(steps).toEqual(["init"]);
  });

  it("is waited for three seconds at most, and once", () => {
    driven.call("render", "init");

    vi.advanceTimersByTime(2999);
    expect(isShown()).toBe(false);
    vi.advanceTimersByTime(1);
    settle("load");

    expect(isShown()).toBe(true);
    expect(steps).toEqual(["init"]);
  });

  it("is not waited for again", () => {
    driven.call("render");
    settle("load");

    driven.call("render");

    expect(isShown()).toBe(true);
  });

  it("leaves no timer when the area ends before it has come", () => {
    driven.call("render", "destroy");

    expect(vi.getTimerCount()).toBe(0);
    settle("load");
    expect(isShown()).toBe(false);
  });

  it("is found again after its sheet was swapped while developing", () => {
    driven.call("render");
    settle("load");
    const [link] = links();
    link?.setAttribute("href", "http://127.0.0.1:1/widgets/hello/style.css?v=1.0.0&revision=2");

    driven.call("render");

    expect(links()).toHaveLength(1);
  });

  it.each<[string, () => void]>([
    ["the widget is saved as switched off", () => driven.ask("onSave", { active: "N", fields: {} })],
    ["the widget is removed", () => driven.crm.host.trigger("widget:removed", ["hello"])],
  ])("goes when %s", (_what, disable) => {
    driven.call("render");

    disable();
    driven.call("destroy");

    expect(links()).toEqual([]);
  });

  it("is not linked for a widget without one", () => {
    driven.call("destroy");
    driven = driveWidget(hello);
    const resources = countResources();

    driven.call("render");
    resources.stop();

    expect(links()).toEqual([]);
    expect(isShown()).toBe(true);
  });
});
