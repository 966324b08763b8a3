import { useEffect } from "preact/hooks";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CardArea } from "./areas/card-area";
import { createWidget } from "./create-widget";
import { driveWidget, type DrivenWidget, type WithLocations } from "./fixtures/drive-widget";
import { listen } from "./listen";

type CardClass = new (...args: ConstructorParameters<typeof CardArea>) => CardArea & { render(): unknown };

let driven: DrivenWidget;
let told: [unknown, string][];
const broken = new Error("broken");
const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
const uncaught = vi.fn();

function fail(): never {
  throw broken;
}

const onError = (error: unknown, location: string) => void told.push([error, location]);

function start(Class: CardClass): void {
  driven = driveWidget(createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: Class as never }, onError));
  driven.call("render", "init", "bind_actions");
}

async function failLater() {
  fail();
}

const view = () => document.querySelector(".card-widgets__widget__body > .hello");
const message = () => view()?.querySelector("[role=alert]")?.textContent;
const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(() => {
  told = [];
  debug.mockClear();
  uncaught.mockClear();
  window.addEventListener("error", uncaught);
  process.on("unhandledRejection", uncaught);
});

afterEach(() => {
  driven.call("destroy");
  driven.crm.loader.dispose();
  driven.crm.host.dispose();
  window.removeEventListener("error", uncaught);
  process.off("unhandledRejection", uncaught);
});

/** What fails, the class, and whether the view still stands afterwards. */
const places: [string, CardClass, boolean][] = [
  [
    "a field of the class",
    class extends CardArea {
      readonly value = fail();
      render() {
        return <p>View</p>;
      }
    },
    false,
  ],
  [
    "the area's render",
    class extends CardArea {
      render() {
        return fail();
      }
    },
    false,
  ],
  [
    "a component",
    class extends CardArea {
      render() {
        return <Broken />;
      }
    },
    false,
  ],
  [
    "an effect",
    class extends CardArea {
      render() {
        return <BrokenEffect />;
      }
    },
    false,
  ],
  [
    "init",
    class extends CardArea {
      init() {
        fail();
      }
      render() {
        return <p>View</p>;
      }
    },
    true,
  ],
  [
    "an asynchronous init",
    class extends CardArea {
      async init() {
        await Promise.resolve();
        fail();
      }
      render() {
        return <p>View</p>;
      }
    },
    true,
  ],
  [
    "bindActions",
    class extends CardArea {
      bindActions() {
        fail();
      }
      render() {
        return <p>View</p>;
      }
    },
    true,
  ],
  [
    "a handler of the view",
    class extends CardArea {
      init() {
        document.querySelector<HTMLElement>(".hello button")?.click();
      }
      render() {
        return (
          <p>
            View
            <button onClick={fail}>Go</button>
          </p>
        );
      }
    },
    true,
  ],
  [
    "an asynchronous handler of the view",
    class extends CardArea {
      init() {
        document.querySelector<HTMLElement>(".hello button")?.click();
      }
      render() {
        return (
          <p>
            View
            <button onClick={failLater}>Go</button>
          </p>
        );
      }
    },
    true,
  ],
  [
    "a handler of the host's events",
    class extends CardArea {
      bindActions() {
        listen(this, document, "list:reload", fail);
        driven.crm.host.trigger("list:reload");
      }
      render() {
        return <p>View</p>;
      }
    },
    true,
  ],
];

function Broken(): never {
  return fail();
}

function BrokenEnd() {
  useEffect(() => fail, []);
  return <p>View</p>;
}

function BrokenEffect() {
  useEffect(fail, []);
  return <p>View</p>;
}

describe("what fails in an area", () => {
  it.each(places)(
    "%s: shows a message, is told once, and reaches nobody else",
    async (_place, Class, stands) => {
      start(Class);
      await settle();

      expect(message()).toBe("⚠ Hello");
      expect(view()?.textContent.includes("View")).toBe(stands);
      expect(told).toEqual([[broken, "lcard"]]);
      expect(debug.mock.calls).toEqual([[broken]]);
      expect(uncaught).not.toHaveBeenCalled();
    },
  );

  it("is named in the author's own words where there are some", () => {
    start(places[4]?.[1] as CardClass);
    driven.call("destroy");
    Object.assign(driven.widget, { langs: { widget: { name: "Hello", error: "The greeting failed." } } });

    driven.call("render", "init");

    expect(message()).toBe("The greeting failed.");
  });

  it("is told when it happens in destroy, and the view is gone all the same", () => {
    start(
      class extends CardArea {
        destroy() {
          fail();
        }
        render() {
          return <p>View</p>;
        }
      },
    );

    driven.call("destroy");

    expect(told).toEqual([[broken, "lcard"]]);
    expect(view()).toBeNull();
  });

  it("is told when it happens at the end of an effect, which is the end of the area", async () => {
    start(
      class extends CardArea {
        render() {
          return <BrokenEnd />;
        }
      },
    );
    await settle();
    await new Promise((resolve) => setTimeout(resolve, 50));

    driven.call("destroy");

    expect(told).toEqual([[broken, "lcard"]]);
    await settle();
    expect(uncaught).not.toHaveBeenCalled();
  });

  it("is not told when it is the end of what the area was doing", async () => {
    start(
      class extends CardArea {
        async init() {
          await new Promise((_resolve, reject) =>
            this.signal.addEventListener("abort", () => reject(this.signal.reason)),
          );
        }
        render() {
          return <p>View</p>;
        }
      },
    );

    driven.call("destroy");
    await settle();

    expect(told).toEqual([]);
    expect(uncaught).not.toHaveBeenCalled();
  });

  it("stays in the widget when onError fails too", async () => {
    driven = driveWidget(
      createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: places[1]?.[1] as never }, () => {
        throw new Error("no report");
      }),
    );

    driven.call("render");
    await settle();

    expect(message()).toBe("⚠ Hello");
    expect(debug.mock.calls.map(([error]) => (error as Error).message)).toEqual(["broken", "no report"]);
  });

  it("leaves the other areas alone", () => {
    class Sound extends CardArea {
      render() {
        return <p>Sound</p>;
      }
    }
    driven = driveWidget(
      createWidget<WithLocations<{ ccard: "panel"; lcard: "panel" }>>({
        ccard: places[1]?.[1] as never,
        lcard: Sound,
      }),
    );

    driven.call("render", "init");

    expect(view()?.textContent).toBe("Sound");
  });
});

it("wraps handlers once, however many widgets a test makes", () => {
  let calls = 0;
  class Card extends CardArea {
    render() {
      return <button onClick={() => void (calls += 1)}>Go</button>;
    }
  }
  for (let count = 0; count < 3; count++) createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: Card });
  start(Card as never);

  document.querySelector<HTMLElement>(".hello button")?.click();

  expect(calls).toBe(1);
});
