/** Something that a widget holds: where in its code it was taken. */
export interface Holding {
  readonly kind: "listeners" | "timers" | "observers";
  /** `click on document (script.js:120:14)` */
  readonly details: string;
}

/** Books of what one widget takes and gives back while the ledger is open. */
export interface Ledger {
  holdings(): readonly Holding[];
  /** Nodes of the host that the widget changed, as selectors. */
  touched(): readonly string[];
  /** True for a node that the widget put into the page, or that lies in one. */
  isOwn(node: Node): boolean;
  close(): void;
}

type Method = (...args: unknown[]) => unknown;

/**
 * Notes listeners, timers, observers and changes of the document that come from a widget's files, told by the stack of
 * each call. It makes every such call of the page slower, so it is open only while health is measured.
 */
export function createLedger(window: Window & typeof globalThis, code: string): Ledger {
  const { document } = window;
  const held = new Map<unknown, Holding>();
  const touched = new Set<string>();
  const inserted = new WeakSet<Node>();
  const restorers: (() => void)[] = [];
  const place = () => findPlace(new Error("here").stack, code);

  const patch = (owner: object, name: string, wrap: (original: Method) => Method) => {
    const original = Reflect.get(owner, name) as Method;
    Reflect.set(owner, name, wrap(original));
    restorers.push(() => Reflect.set(owner, name, original));
  };

  patchListeners();
  patchTimers();
  patchObservers();
  patchNodes();

  const ledger: Ledger = {
    holdings: () => [...held.values()],
    touched: () => [...touched],
    isOwn(node) {
      for (let one: Node | null = node; one !== null; one = one.parentNode)
        if (inserted.has(one)) return true;
      return false;
    },
    close() {
      for (const restore of restorers.toReversed()) restore();
    },
  };
  return ledger;

  function patchListeners(): void {
    // Only targets that last are noted, and those are told apart by their names.
    const keys = new WeakMap<object, Map<string, symbol>>();
    const keyOf = (type: string, listener: object, target: object) => {
      const known = keys.get(listener) ?? new Map<string, symbol>();
      keys.set(listener, known);
      const name = `${type} ${describeTarget(target, window)}`;
      const key = known.get(name) ?? Symbol(name);
      known.set(name, key);
      return key;
    };
    patch(
      window.EventTarget.prototype,
      "addEventListener",
      (original) =>
        function (this: EventTarget, ...args: unknown[]) {
          const [type, listener, options] = args as [
            string,
            object | null,
            AddEventListenerOptions | undefined,
          ];
          const where = place();
          if (where !== null && listener !== null && typeof options !== "boolean" && options?.once !== true) {
            // A listener on a node that leaves the page goes with it; only what outlives the page counts.
            if (isLasting(this, window)) {
              const key = keyOf(type, listener, this);
              held.set(key, {
                kind: "listeners",
                details: `${type} on ${describeTarget(this, window)} (${where})`,
              });
              options?.signal?.addEventListener("abort", () => held.delete(key), { once: true });
            }
          }
          return Reflect.apply(original, this, args);
        },
    );
    patch(
      window.EventTarget.prototype,
      "removeEventListener",
      (original) =>
        function (this: EventTarget, ...args: unknown[]) {
          const [type, listener] = args as [string, object | null];
          if (listener !== null && isLasting(this, window)) held.delete(keyOf(type, listener, this));
          return Reflect.apply(original, this, args);
        },
    );
  }

  function patchTimers(): void {
    for (const [set, clear] of [
      ["setTimeout", "clearTimeout"],
      ["setInterval", "clearInterval"],
    ] as const) {
      patch(
        window,
        set,
        (original) =>
          function (this: unknown, ...args: unknown[]) {
            const where = place();
            if (where === null) return Reflect.apply(original, window, args);
            const [run, ...rest] = args;
            let id: unknown;
            const runAndForget = (...values: unknown[]) => {
              if (set === "setTimeout") held.delete(id);
              return typeof run === "function"
                ? (run as (...all: unknown[]) => unknown)(...values)
                : undefined;
            };
            id = Reflect.apply(original, window, [runAndForget, ...rest]);
            held.set(id, { kind: "timers", details: `${set} (${where})` });
            return id;
          },
      );
      patch(
        window,
        clear,
        (original) =>
          function (this: unknown, ...args: unknown[]) {
            held.delete(args[0]);
            return Reflect.apply(original, window, args);
          },
      );
    }
  }

  function patchObservers(): void {
    for (const name of ["MutationObserver", "ResizeObserver", "IntersectionObserver"] as const) {
      const { prototype } = window[name];
      patch(
        prototype,
        "observe",
        (original) =>
          function (this: object, ...args: unknown[]) {
            const where = place();
            if (where !== null) held.set(this, { kind: "observers", details: `${name} (${where})` });
            return Reflect.apply(original, this, args);
          },
      );
      patch(
        prototype,
        "disconnect",
        (original) =>
          function (this: object, ...args: unknown[]) {
            held.delete(this);
            return Reflect.apply(original, this, args);
          },
      );
    }
  }

  function patchNodes(): void {
    for (const name of ["appendChild", "insertBefore", "removeChild", "replaceChild"]) {
      patch(
        window.Node.prototype,
        name,
        (original) =>
          function (this: Node, ...args: unknown[]) {
            noteChange(this);
            const [node] = args;
            if (name !== "removeChild" && node instanceof window.Node && place() !== null) noteInserted(node);
            return Reflect.apply(original, this, args);
          },
      );
    }
    for (const name of ["setAttribute", "removeAttribute"]) {
      patch(
        window.Element.prototype,
        name,
        (original) =>
          function (this: Element, ...args: unknown[]) {
            noteChange(this);
            return Reflect.apply(original, this, args);
          },
      );
    }
  }

  function noteChange(node: unknown): void {
    if (!(node instanceof window.Element) || !node.isConnected || place() === null) return;
    const isPlain = node === document.head || node === document.body;
    if (!isPlain && !isContainer(node, code) && !ledger.isOwn(node)) touched.add(describeNode(node));
  }

  /** A fragment leaves its children behind. */
  function noteInserted(node: Node): void {
    if (node.nodeType === 11) for (const child of node.childNodes) inserted.add(child);
    else inserted.add(node);
  }
}

/** The innermost place in the widget's files, null where the call is not the widget's. */
function findPlace(stack: string | undefined, code: string): string | null {
  const marker = `/widgets/${code}/`;
  const line = (stack ?? "").split("\n").find((one) => one.includes(marker));
  const [, place = ""] = line?.split(marker) ?? [];
  return line === undefined ? null : place.replace(/\?[^:]*/, "").replace(/\)$/, "");
}

const containers = (code: string) =>
  `.card-widgets__widget-${CSS.escape(code)}, #work-area-${CSS.escape(code)}, #${CSS.escape(code)}, .widget_settings_block, .widget-settings__desc-space, .digital-pipeline__edit-forms, .feed-compose__source, .salesbot-designer__widget, .modal-body, .card-widgets__elements`;

/** True in the places that the platform gives to a widget. */
export function isContainer(node: Element, code: string): boolean {
  return node.closest(containers(code)) !== null;
}

function isLasting(target: EventTarget, window: Window & typeof globalThis): boolean {
  return (
    target === window ||
    target === window.document ||
    target === window.document.body ||
    target === window.document.documentElement
  );
}

function describeTarget(target: object, window: Window & typeof globalThis): string {
  if (target === window) return "window";
  if (target === window.document) return "document";
  return target instanceof window.Element ? describeNode(target) : target.constructor.name;
}

export function describeNode(node: Element): string {
  const id = node.id === "" ? "" : `#${node.id}`;
  const [first] = node.classList;
  return `${node.tagName.toLowerCase()}${id}${id === "" && first !== undefined ? `.${first}` : ""}`;
}
