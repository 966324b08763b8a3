import type { FindFrames } from "../../../src/emulator/pages/health/find-frames";
import { describeNode } from "../../../src/emulator/pages/health/own-places";
import { createPatcher } from "../../../src/emulator/pages/health/patch";
import type { Notebook } from "./note";

const loud = [
  "log",
  "info",
  "warn",
  "error",
  "dir",
  "table",
  "group",
  "groupCollapsed",
  "time",
  "count",
  "trace",
];
const install = ".js-widget-install, .install-widget__button, .js-widget-uninstall, #widget_active__sw";

type Called = (...args: never[]) => unknown;

/** Notes calls that a widget makes and that nobody could see in the page afterwards. */
export function watchCalls(
  window: Window & typeof globalThis,
  findFrames: FindFrames,
  { note }: Notebook,
): void {
  const { method } = createPatcher();
  const placesOf = (called: Called) => findFrames(called).places;

  for (const name of loud)
    method(window.console, name, (original) => {
      return function write(this: unknown, ...args: unknown[]) {
        const places = placesOf(write);
        if (places.length > 0) note("console", `console.${name}`, describe(args[0]), places);
        return Reflect.apply(original, this, args);
      };
    });

  // A real dialog would hold the page, and the run with it, until somebody answers.
  for (const [name, answer] of [
    ["alert", undefined],
    ["confirm", false],
    ["prompt", null],
    ["print", undefined],
    ["open", null],
  ] as const)
    method(window, name, () => {
      return function show(...args: unknown[]) {
        const places = placesOf(show);
        if (places.length > 0) note("dialog", name, describe(args[0]), places);
        return answer;
      };
    });

  method(window.XMLHttpRequest.prototype, "open", (original) => {
    return function open(this: unknown, ...args: unknown[]) {
      const places = args.length > 2 && !args[2] ? placesOf(open) : [];
      if (places.length > 0) note("synchronous", describe(args[1]), describe(args[0]), places);
      return Reflect.apply(original, this, args);
    };
  });

  const notePress = (target: unknown, called: Called) => {
    if (!(target instanceof window.Element)) return;
    const button = target.closest(install);
    const places = button === null ? [] : placesOf(called);
    if (button !== null && places.length > 0) note("pressed", describeNode(button), "a click", places);
  };
  method(window.HTMLElement.prototype, "click", (original) => {
    return function click(this: unknown, ...args: unknown[]) {
      notePress(this, click);
      return Reflect.apply(original, this, args);
    };
  });
  method(window.EventTarget.prototype, "dispatchEvent", (original) => {
    return function dispatch(this: unknown, ...args: unknown[]) {
      if ((args[0] as Event | undefined)?.type === "click") notePress(this, dispatch);
      return Reflect.apply(original, this, args);
    };
  });
}

function describe(value: unknown): string {
  try {
    return String(value).slice(0, 200);
  } catch {
    return typeof value;
  }
}
