import type { FindFrames } from "./find-frames";
import { describeNode, isContainer } from "./own-places";
import type { Patcher } from "./patch";

/** What a widget did to a node of the CRM, outside the places that it is given. */
export interface Change {
  /** Of the CRM; what was put in or taken out lies in it. */
  readonly node: Element;
  readonly how: "added" | "removed" | "changed";
  /** What was added or removed, as a selector; the attribute that was changed. */
  readonly what: string;
  readonly places: readonly string[];
}

export interface ChangeWatch {
  /** What there was since it was asked last. */
  takeChanges(): readonly Change[];
  /** True for a node that the widget put into the page, or that lies in one. */
  isOwn(node: Node): boolean;
}

/** More would tell nothing new, and a widget may do it a million times. */
const most = 300;

/** Notes what a widget puts into the page, and what it changes of the CRM's nodes by its own hand. */
export function watchChanges(
  window: Window & typeof globalThis,
  code: string,
  findFrames: FindFrames,
  patcher: Patcher,
): ChangeWatch {
  const { document } = window;
  const { Node, Element } = window;
  const inserted = new WeakSet<Node>();
  const found = new Map<string, Change>();
  const styled = new Map<Element, { readonly before: string; readonly places: readonly string[] }>();
  type Called = (...args: never[]) => unknown;

  const isOwn = (node: Node) => {
    for (let one: Node | null = node; one !== null; one = one.parentNode ?? hostOf(one))
      if (inserted.has(one)) return true;
    return false;
  };

  watchInsertions();
  watchRemovals();
  watchMarkup();
  watchAttributes();
  watchStyles();

  return {
    isOwn,
    takeChanges() {
      for (const [node, { before, places }] of styled)
        if (node.getAttribute("style") !== before) note(node, "changed", "style", places);
      styled.clear();
      const all = [...found.values()];
      found.clear();
      return all;
    },
  };

  function note(node: Element, how: Change["how"], what: string, places: readonly string[]): void {
    const key = `${how} ${what} ${describeNode(node)}`;
    if (found.size < most && !found.has(key)) found.set(key, { node, how, what, places });
  }

  /** A node of the CRM that stands in the page, outside what a widget may fill. */
  function isHosts(node: unknown): node is Element {
    if (!(node instanceof Element) || !node.isConnected) return false;
    const isPlain = node === document.head || node === document.body || node === document.documentElement;
    return !isPlain && !isContainer(node, code) && !isOwn(node);
  }

  function noteInserted(parent: unknown, nodes: readonly unknown[], called: Called): void {
    const { places, isHosts: isAsked } = findFrames(called);
    if (places.length === 0) return;
    for (const node of nodes) {
      if (!(node instanceof Node)) continue;
      // A fragment leaves its children behind.
      const all = node.nodeType === 11 ? [...node.childNodes] : [node];
      for (const one of all) inserted.add(one);
      const [first] = all;
      if (!isAsked && first !== undefined && isHosts(parent))
        note(parent, "added", first instanceof Element ? describeNode(first) : "text", places);
    }
  }

  function watchInsertions(): void {
    for (const name of ["appendChild", "insertBefore", "replaceChild"])
      patcher.method(Node.prototype, name, (original) => {
        return function insert(this: Node, ...args: unknown[]) {
          noteInserted(this, args.slice(0, 1), insert);
          return Reflect.apply(original, this, args);
        };
      });
    for (const name of ["append", "prepend", "replaceChildren"])
      patcher.method(Element.prototype, name, (original) => {
        return function insert(this: Element, ...args: unknown[]) {
          noteInserted(this, args, insert);
          return Reflect.apply(original, this, args);
        };
      });
    for (const name of ["before", "after", "replaceWith"])
      patcher.method(Element.prototype, name, (original) => {
        return function insert(this: Element, ...args: unknown[]) {
          noteInserted(this.parentNode, args, insert);
          return Reflect.apply(original, this, args);
        };
      });
  }

  function noteRemoved(node: unknown, called: Called): void {
    if (!isHosts(node)) return;
    const { places, isHosts: isAsked } = findFrames(called);
    if (places.length > 0 && !isAsked)
      note(node.parentElement ?? node, "removed", describeNode(node), places);
  }

  function watchRemovals(): void {
    patcher.method(Node.prototype, "removeChild", (original) => {
      return function removeChild(this: Node, ...args: unknown[]) {
        noteRemoved(args[0], removeChild);
        return Reflect.apply(original, this, args);
      };
    });
    patcher.method(Element.prototype, "remove", (original) => {
      return function remove(this: Element, ...args: unknown[]) {
        noteRemoved(this, remove);
        return Reflect.apply(original, this, args);
      };
    });
  }

  /** What comes as markup is there only when it is parsed. */
  function around(node: Element, called: Called, run: () => unknown): unknown {
    const parents = [node, node.parentNode].filter((one) => one !== null);
    const before = new Set(parents.flatMap((one) => [...one.childNodes]));
    const result = run();
    for (const one of parents) {
      const added = [...one.childNodes].filter((child) => !before.has(child));
      if (added.length > 0) noteInserted(one, added, called);
    }
    return result;
  }

  function watchMarkup(): void {
    for (const name of ["insertAdjacentHTML", "insertAdjacentElement"])
      patcher.method(Element.prototype, name, (original) => {
        return function insert(this: Element, ...args: unknown[]) {
          return around(this, insert, () => Reflect.apply(original, this, args));
        };
      });
    for (const [owner, name] of [
      [Element.prototype, "innerHTML"],
      [Element.prototype, "outerHTML"],
      [Node.prototype, "textContent"],
    ] as const)
      patcher.accessor(owner, name, ({ set }) => ({
        set: function write(this: Element, ...args: unknown[]) {
          return around(this, write, () => Reflect.apply(set as Called, this, args));
        },
      }));
  }

  function noteAttribute(node: unknown, name: string, called: Called): void {
    if (!isHosts(node)) return;
    const { places, isHosts: isAsked } = findFrames(called);
    if (places.length > 0 && !isAsked) note(node, "changed", name, places);
  }

  function watchAttributes(): void {
    for (const name of ["setAttribute", "removeAttribute", "toggleAttribute"])
      patcher.method(Element.prototype, name, (original) => {
        return function change(this: Element, ...args: unknown[]) {
          // Libraries mark a node for a moment to look below it.
          if (args[0] !== "id") noteAttribute(this, String(args[0]).slice(0, 60), change);
          return Reflect.apply(original, this, args);
        };
      });
    patcher.accessor(Element.prototype, "className", ({ set }) => ({
      set: function write(this: Element, ...args: unknown[]) {
        if (this.className !== args[0]) noteAttribute(this, "class", write);
        return Reflect.apply(set as Called, this, args as never[]);
      },
    }));
    const owners = new WeakMap<object, Element>();
    patcher.accessor(Element.prototype, "classList", ({ get }) => ({
      get: function (this: Element) {
        const list = Reflect.apply(get as Called, this, []) as DOMTokenList;
        owners.set(list, this);
        return list;
      },
    }));
    for (const name of ["add", "remove", "toggle", "replace"])
      patcher.method(window.DOMTokenList.prototype, name, (original) => {
        return function change(this: DOMTokenList, ...args: unknown[]) {
          const before = this.value;
          const result = Reflect.apply(original, this, args);
          if (this.value !== before) noteAttribute(owners.get(this), "class", change);
          return result;
        };
      });
  }

  /** Whoever takes hold of a node's style may only read it: what it has become is looked at later. */
  function watchStyles(): void {
    patcher.accessor(window.HTMLElement.prototype, "style", ({ get, set }) => ({
      get: function read(this: HTMLElement) {
        if (styled.size < most && !styled.has(this) && isHosts(this)) {
          const { places, isHosts: isAsked } = findFrames(read);
          const before = this.getAttribute("style") ?? "";
          if (places.length > 0 && !isAsked) styled.set(this, { before, places });
        }
        return Reflect.apply(get as Called, this, []);
      },
      ...(set && { set }),
    }));
  }
}

function hostOf(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : null;
}
