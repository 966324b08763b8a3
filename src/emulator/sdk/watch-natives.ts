import { createSamples, type Callable } from "./native-samples";

/** What every script of the page stands on, by the object that holds it. */
const watched: Readonly<Record<string, string>> = {
  window:
    "setTimeout clearTimeout setInterval clearInterval requestAnimationFrame fetch XMLHttpRequest Promise JSON Map Set Array Object String Error Proxy Reflect",
  JSON: "parse stringify",
  Object: "assign create defineProperty entries fromEntries keys values",
  Promise: "all race resolve reject",
  "Promise.prototype": "then catch finally",
  "Array.prototype":
    "concat every filter find findIndex flat flatMap forEach includes indexOf join map pop push reduce reverse shift slice some sort splice unshift",
  Array: "from isArray",
  "String.prototype": "includes indexOf match replace slice split startsWith trim",
  "Function.prototype": "apply bind call",
  "Map.prototype": "get has set",
  "Set.prototype": "add has",
  "Node.prototype": "appendChild insertBefore removeChild",
  "Element.prototype": "append remove",
  "EventTarget.prototype": "addEventListener dispatchEvent",
  document: "createElement getElementById querySelector",
};

/** A stand-in of the emulator's own has this member: the health measurement counts calls of the page's functions. */
export const standIn = Symbol("stand-in of the emulator's");

export interface Replaced {
  /** `Array.prototype.map`, or of a node that was frozen. */
  readonly name: string;
  /** What the widget has put there is of no use to anybody; the browser's own stands there again. */
  readonly isBack: boolean;
}

export interface Natives {
  /** What is not what it was. Whatever makes nonsense of the language is put back: no page could go on with it. */
  listReplaced(): readonly Replaced[];
}

/**
 * Remembers what the browser gave the page. A widget that puts its own in the place of `Array.prototype.map` or freezes
 * the body breaks whoever uses it: an error that comes of it, wherever it is thrown, is the widget's.
 */
export function watchNatives(window: Window & typeof globalThis): Natives {
  // Taken now: afterwards they may be the widget's.
  const { getOwnPropertyDescriptor, defineProperty, isFrozen } = Object;
  const places: Place[] = [];
  const findSample = createSamples();
  for (const [path, names] of Object.entries(watched)) {
    const holder = findHolder(window, path);
    if (holder === undefined) continue;
    const title = path === "window" ? "" : `${path}.`;
    for (const name of names.split(" ")) {
      places.push({ holder, name, title: title + name, before: read(holder, name) });
    }
  }

  return {
    // Stands on nothing that a widget can have replaced: no methods, loops by index.
    listReplaced() {
      const replaced: Replaced[] = [];
      let count = 0;
      for (let index = 0; index < places.length; index++) {
        const place = places[index];
        if (place === undefined || isKept(place)) continue;
        replaced[count++] = { name: place.title, isBack: !isUseful(place) && putBack(place) };
      }
      const { body, documentElement } = window.document;
      if (body !== null && isFrozen(body))
        replaced[count++] = { name: "document.body (frozen)", isBack: false };
      if (documentElement !== null && isFrozen(documentElement)) {
        replaced[count++] = { name: "html (frozen)", isBack: false };
      }
      return replaced;
    },
  };

  /** Does what the browser's own does, as far as one call tells. Polyfills do. */
  function isUseful({ holder, name, title, before }: Place): boolean {
    const sample = findSample(title);
    if (sample === undefined) return true;
    try {
      const { value } = read(holder, name);
      return sample(value as Callable) === sample(before.value as Callable);
    } catch {
      return false;
    }
  }

  function putBack({ holder, name, before }: Place): boolean {
    try {
      defineProperty(holder, name, { value: before.value, writable: true, configurable: true });
      return true;
    } catch {
      return false;
    }
  }

  /** A getter is not asked: it may be the widget's. */
  function read(holder: object, name: string): Kept {
    const own = getOwnPropertyDescriptor(holder, name);
    if (own === undefined) return { value: (holder as Record<string, unknown>)[name], get: undefined };
    return { value: own.value as unknown, get: own.get };
  }

  function isKept({ holder, name, before }: Place): boolean {
    const { value, get } = read(holder, name);
    const isSame = value === before.value && get === before.get;
    return isSame || (typeof value === "function" && getOwnPropertyDescriptor(value, standIn) !== undefined);
  }
}

interface Place {
  readonly holder: object;
  readonly name: string;
  readonly title: string;
  readonly before: Kept;
}

interface Kept {
  readonly value: unknown;
  readonly get: unknown;
}

function findHolder(window: Window, path: string): object | undefined {
  if (path === "window") return window;
  let holder: unknown = window;
  for (const name of path.split(".")) holder = (holder as Record<string, unknown> | undefined)?.[name];
  return (typeof holder === "object" && holder !== null) || typeof holder === "function" ? holder : undefined;
}
