import type { ComponentChild } from "preact";
import { act } from "preact/test-utils";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CardArea } from "../areas/card-area";
import type { Compiled } from "../compiled";
import { createWidget } from "../create-widget";
import { driveWidget, type DrivenWidget, type WithLocations } from "../fixtures/drive-widget";
import { createTranslate } from "../translate";
import { useAsync, type Async } from "./use-async";
import { useCard } from "./use-card";
import { useHost } from "./use-host";
import { useSettings } from "./use-settings";
import { useTranslate } from "./use-translate";

let driven: DrivenWidget;

interface Mounted {
  readonly settings?: object;
  readonly compiled?: Partial<Compiled>;
  readonly langs?: object;
}

/** Mounts a component as the view of a card. */
function mount(View: () => ComponentChild, { settings = {}, compiled = {}, langs }: Mounted = {}): void {
  class Card extends CardArea {
    render() {
      return <View />;
    }
  }
  const widget = createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: Card as never });
  driven = driveWidget(widget, { settings, compiled });
  if (langs !== undefined) Object.assign(driven.widget, { langs });
  act(() => driven.call("render", "init"));
}

const text = () => document.querySelector(".hello")?.textContent;
const settle = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

afterEach(() => {
  driven.call("destroy");
  driven.crm.loader.dispose();
  driven.crm.host.dispose();
});

describe("useHost", () => {
  it("gives the CRM's own object", () => {
    mount(() => <p>{useHost().params.widget_code}</p>);

    expect(text()).toBe("hello");
  });

  it("says what to do outside an area", () => {
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    mount(() => null);

    expect(() => useHost()).toThrow();
    debug.mockRestore();
  });
});

describe("useCard", () => {
  it("follows what is typed into the card's form", async () => {
    mount(() => {
      const card = useCard();
      return <p>{`${card.id} ${card.isNew} ${String(card.get("lead[NAME]"))}`}</p>;
    });
    expect(text()).toBe("7 false First");

    driven.crm.host.card?.model.set("lead[NAME]", "Second");
    await settle();

    expect(text()).toBe("7 false Second");
  });

  it("hears nothing more when the area has ended", async () => {
    mount(() => <p>{useCard().id}</p>);
    await settle();
    const { model } = driven.crm.host.card ?? {};
    const listeners = () =>
      Object.values((model as unknown as { _events?: Record<string, unknown[]> })._events ?? {}).flat()
        .length;
    const during = listeners();

    driven.call("destroy");

    expect(listeners()).toBe(during - 1);
  });
});

describe("useSettings", () => {
  it("parses what the host keeps as text, and only that", () => {
    mount(() => <p>{JSON.stringify(pick(useSettings() as Record<string, unknown>))}</p>, {
      settings: { words: '["a"]', people: { 1: "x" }, token: "[1]" },
      compiled: { KOMPONENT_JSON_FIELDS: ["words", "people"] },
    });

    expect(JSON.parse(String(text()))).toEqual({ words: ["a"], people: { 1: "x" }, token: "[1]" });
  });

  it("follows when others are saved", async () => {
    mount(() => <p>{String((useSettings() as Record<string, unknown>)["token"])}</p>, {
      settings: { token: "old" },
    });

    driven.widget.set_settings({ token: "new" });
    driven.crm.host.trigger("widget:installed", ["hello", "{}"]);
    await settle();

    expect(text()).toBe("new");
  });
});

function pick({ words, people, token }: Record<string, unknown>) {
  return { words, people, token };
}

describe("useTranslate", () => {
  const langs = {
    card: { title: "Hello {name}", plain: "Hi" },
    tasks: { one: "{count} task", other: "{count} tasks" },
    only_other: { other: "{count} of {total}" },
  };

  it.each<[string, Record<string, string | number> | undefined, string]>([
    ["card.plain", undefined, "Hi"],
    ["card.title", { name: "Ann" }, "Hello Ann"],
    ["card.title", { name: "{name} $& $1" }, "Hello {name} $& $1"],
    ["card.title", {}, "Hello {name}"],
    ["tasks", { count: 1 }, "1 task"],
    ["tasks", { count: 0 }, "0 tasks"],
    ["tasks", { count: 5 }, "5 tasks"],
    ["only_other", { count: 1, total: 3 }, "1 of 3"],
    ["card.none", undefined, "card.none"],
    ["none.at.all", undefined, "none.at.all"],
    ["card", undefined, "card"],
    ["card.title.length", undefined, "card.title.length"],
    ["toString", undefined, "toString"],
  ])("%s with %j is %j", (key, values, expected) => {
    mount(
      () => {
        const t = useTranslate();
        return <p>{t(key, values ?? {})}</p>;
      },
      { langs },
    );

    expect(text()).toBe(expected);
  });

  it("takes the plural form of the user's language", () => {
    mount(() => null, {
      langs: { tasks: { one: "{count} tarea", many: "{count} de tareas", other: "{count} tareas" } },
    });
    driven.crm.APP.lang_id = "es";
    const t = createTranslate(driven.widget as never);

    expect([t("tasks", { count: 1 }), t("tasks", { count: 2 }), t("tasks", { count: 1_000_000 })]).toEqual([
      "1 tarea",
      "2 tareas",
      "1000000 de tareas",
    ]);
  });

  it("reads the texts late", () => {
    mount(() => null);
    const t = createTranslate(driven.widget as never);

    Object.assign(driven.widget, { langs: { late: "Now" } });

    expect(t("late")).toBe("Now");
  });
});

describe("useAsync", () => {
  const asked: {
    id: number;
    signal: AbortSignal;
    resolve: (value: string) => void;
    reject: (error: Error) => void;
  }[] = [];
  let setId: (id: number) => void;
  let state: Async<string>;

  function Loaded({ id }: { id: number }) {
    state = useAsync(
      (signal) =>
        new Promise<string>((resolve, reject) => {
          asked.push({ id, signal, resolve, reject });
        }),
      [id],
    );
    return <p>{state.loading ? "loading" : (state.data ?? String(state.error))}</p>;
  }

  async function start(): Promise<void> {
    asked.length = 0;
    let id = 1;
    class Card extends CardArea {
      render() {
        return <Loaded id={id} />;
      }
      init() {
        setId = (next) => {
          id = next;
          this.update();
        };
      }
    }
    driven = driveWidget(createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: Card }));
    await act(() => driven.call("render", "init"));
  }

  it("goes from loading to data", async () => {
    await start();
    expect(text()).toBe("loading");

    asked[0]?.resolve("one");
    await settle();

    expect(state).toMatchObject({ loading: false, data: "one", error: undefined });
  });

  it("keeps the error, and tries again when it is asked to", async () => {
    await start();
    asked[0]?.reject(new Error("away"));
    await settle();
    expect(text()).toBe("Error: away");

    await act(() => state.retry());
    expect(state).toMatchObject({ loading: true, error: undefined });
    asked[1]?.resolve("two");
    await settle();

    expect(state).toMatchObject({ loading: false, data: "two", error: undefined });
  });

  it("takes what its function throws for an error", async () => {
    mount(() => {
      const { error } = useAsync(() => {
        throw new Error("at once");
      }, []);
      return <p>{String(error)}</p>;
    });
    await settle();

    expect(text()).toBe("Error: at once");
  });

  it("drops what is stale, and aborts it", async () => {
    await start();

    await act(() => setId(2));
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.resolve("one");
    await settle();
    expect(state.loading).toBe(true);
    asked[1]?.resolve("two");
    await settle();

    expect(state.data).toBe("two");
  });

  it("says at once that the data of other inputs is not that of these", async () => {
    await start();
    asked[0]?.resolve("one");
    await settle();

    setId(2);

    expect(state).toMatchObject({ loading: true, data: "one" });
  });

  it("aborts when the area ends in the middle of a request, and says nothing more", async () => {
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    await start();

    driven.call("destroy");
    asked[0]?.reject(new Error("too late"));
    await settle();

    expect(asked[0]?.signal.aborted).toBe(true);
    expect(debug).not.toHaveBeenCalled();
    debug.mockRestore();
  });
});
