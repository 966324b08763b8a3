import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CardArea } from "./areas/card-area";
import { EverywhereArea } from "./areas/everywhere-area";
import { createWidget } from "./create-widget";
import { countResources } from "./fixtures/count-resources";
import {
  driveWidget,
  panel,
  setPage,
  type DrivenWidget,
  type Step,
  type WithLocations,
} from "./fixtures/drive-widget";

let log: string[];
let cards: number;
let driven: DrivenWidget | undefined;

class LeadCard extends CardArea {
  readonly number = (cards += 1);

  init() {
    log.push(`init ${this.number}`);
  }
  bindActions() {
    log.push(`bind ${this.number}`);
  }
  destroy() {
    log.push(`${this.signal.aborted ? "destroy" : "destroy before the signal"} ${this.number}`);
  }
  render() {
    log.push(`render ${this.number}`);
    return <p>Lead {this.card.id}</p>;
  }
}

class HiddenCard extends CardArea {
  init() {
    log.push(`hidden init ${this.card.id}`);
  }
  destroy() {
    log.push("hidden destroy");
  }
}

class Everywhere extends EverywhereArea {
  init() {
    log.push("everywhere init");
  }
  destroy() {
    log.push("everywhere destroy");
  }
}

const hello = createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: LeadCard });
const button = () => document.querySelector("button");
const listBodies = () =>
  [...document.querySelectorAll(".card-widgets__widget__body > .hello")].map((root) => root.textContent);

beforeEach(() => {
  log = [];
  cards = 0;
});

afterEach(() => {
  driven?.call("destroy");
  driven?.crm.loader.dispose();
  driven?.crm.host.dispose();
});

describe("a card's area, whatever the order of the host's callbacks", () => {
  it.each<[string, Step[], string[]]>([
    ["render, init, bind_actions", ["render", "init", "bind_actions"], ["render 1", "init 1", "bind 1"]],
    ["bind_actions before init", ["render", "bind_actions", "init"], ["render 1", "init 1", "bind 1"]],
    ["render last", ["init", "bind_actions", "render"], ["render 1", "init 1", "bind 1"]],
    [
      "each twice",
      ["render", "render", "init", "init", "bind_actions", "bind_actions"],
      ["render 1", "destroy 1", "render 2", "init 2", "bind 2"],
    ],
    [
      "the whole start twice",
      ["render", "init", "bind_actions", "render", "init", "bind_actions"],
      ["render 1", "init 1", "bind 1", "destroy 1", "render 2", "init 2", "bind 2"],
    ],
    [
      "render once more while it runs",
      ["render", "init", "bind_actions", "render"],
      ["render 1", "init 1", "bind 1", "destroy 1", "render 2", "init 2", "bind 2"],
    ],
    ["no init at all", ["render", "bind_actions"], ["render 1"]],
    ["destroyed before init", ["render", "destroy", "init", "bind_actions"], ["render 1", "destroy 1"]],
    ["destroyed twice", ["render", "init", "destroy", "destroy"], ["render 1", "init 1", "destroy 1"]],
    [
      "started again after its end",
      ["render", "init", "bind_actions", "destroy", "render", "init", "bind_actions"],
      ["render 1", "init 1", "bind 1", "destroy 1", "render 2", "init 2", "bind 2"],
    ],
  ])("%s", (_order, steps, expected) => {
    driven = driveWidget(hello);

    driven.call(...steps);

    expect(log).toEqual(expected);
    expect(listBodies()).toEqual(expected.at(-1)?.startsWith("destroy") ? [] : ["Lead 7"]);
  });

  it("answers true at once, as the host demands", () => {
    driven = driveWidget(hello);

    const answers = ["render", "init", "bind_actions"].map((name) => driven?.ask(name));

    expect(answers).toEqual([true, true, true]);
    expect(driven.ask("onSave", { active: "Y", fields: {} })).toBe(true);
  });

  it("has a function for a module, whose prototype the host may replace", () => {
    expect(typeof hello).toBe("function");
    expect(Object.getOwnPropertyDescriptor(hello, "prototype")?.writable).toBe(true);
  });
});

describe("where a card's area lives", () => {
  it("draws into one block of its own, and takes the block with it", () => {
    driven = driveWidget(hello);

    driven.call("render", "init", "render", "render");
    expect(document.querySelectorAll(".card-widgets__widget-hello")).toHaveLength(1);
    driven.call("destroy");

    expect(document.querySelectorAll(".card-widgets__widget")).toHaveLength(0);
  });

  it("draws nothing without a render", () => {
    driven = driveWidget(createWidget<WithLocations<{ lcard: "hidden" }>>({ lcard: HiddenCard }));

    driven.call("render", "init", "bind_actions", "destroy");

    expect(log).toEqual(["hidden init 7", "hidden destroy"]);
    expect(document.querySelector(".card-widgets__widget")).toBeNull();
  });

  it("does not begin on another page", () => {
    driven = driveWidget(hello, { code: "contacts_card" });

    driven.call("render", "init", "bind_actions");

    expect(log).toEqual([]);
  });

  it("ends when the page changes, and begins with the next render", () => {
    driven = driveWidget(hello);
    driven.call("render", "init", "bind_actions");

    driven.crm.host.trigger("page:changed");
    expect(log.at(-1)).toBe("destroy 1");
    setPage(driven.crm, "contacts_card");
    driven.call("render");
    setPage(driven.crm, "leads_card");
    driven.call("render");

    expect(log.slice(4)).toEqual(["render 2", "init 2", "bind 2"]);
  });

  it("mounts when the panel comes late, and takes its steps after that", async () => {
    driven = driveWidget(hello, { body: "<main></main>" });

    driven.call("render", "init", "bind_actions");
    expect(log).toEqual([]);
    document.body.insertAdjacentHTML("beforeend", panel);
    await Promise.resolve();

    expect(log).toEqual(["render 1", "init 1", "bind 1"]);
    expect(listBodies()).toEqual(["Lead 7"]);
  });

  it("waits for a panel that never comes without leaving anything behind", () => {
    const resources = countResources();
    driven = driveWidget(hello, { body: "<main></main>" });
    const before = resources.read();

    driven.call("render", "init", "bind_actions");
    expect(resources.read().observers).toBe(before.observers + 1);
    driven.call("destroy");
    const after = resources.read();
    resources.stop();

    expect(after).toEqual(before);
    expect(log).toEqual(["destroy 1"]);
  });

  it("can end itself, and draw itself again", () => {
    class Counter extends CardArea {
      private count = 0;
      render() {
        return (
          <button onClick={() => (this.count++ < 1 ? this.update() : this.close())}>{this.count}</button>
        );
      }
    }
    driven = driveWidget(createWidget<WithLocations<{ lcard: "panel" }>>({ lcard: Counter }));
    driven.call("render", "init");

    button()?.click();
    expect(button()?.textContent).toBe("1");
    button()?.click();

    expect(button()).toBeNull();
    expect(document.querySelector(".card-widgets__widget")).toBeNull();
  });
});

describe("an everywhere area", () => {
  const both = createWidget<WithLocations<{ lcard: "panel"; everywhere: true }>>({
    lcard: LeadCard,
    everywhere: Everywhere,
  });

  it("lives through navigation, while the card's area ends and begins", () => {
    driven = driveWidget(both);
    driven.call("render", "init", "bind_actions");

    driven.crm.host.trigger("page:changed");
    driven.call("render");

    expect(log.filter((entry) => !entry.startsWith("everywhere"))).toEqual([
      "render 1",
      "init 1",
      "bind 1",
      "destroy 1",
      "render 2",
      "init 2",
      "bind 2",
    ]);
    expect(log.filter((entry) => entry.startsWith("everywhere"))).toEqual(["everywhere init"]);
  });

  it.each<[string, (driven: DrivenWidget) => void]>([
    ["destroy", ({ call }) => call("destroy")],
    ["the event widget:removed", ({ crm }) => crm.host.trigger("widget:removed", ["hello"])],
  ])("ends with %s", (_what, end) => {
    driven = driveWidget(both);
    driven.call("render", "init");

    end(driven);

    expect(log.slice(-2).sort()).toEqual(["destroy 1", "everywhere destroy"]);
  });

  it("does not end when another widget is removed", () => {
    driven = driveWidget(both);
    driven.call("render", "init");

    driven.crm.host.trigger("widget:removed", ["other"]);

    expect(log).not.toContain("everywhere destroy");
  });
});

it("has grown by nothing after 1,000 visits", () => {
  const resources = countResources();
  driven = driveWidget(
    createWidget<WithLocations<{ lcard: "panel"; everywhere: true }>>({
      lcard: LeadCard,
      everywhere: Everywhere,
    }),
  );
  const visit = (page: string) => {
    setPage((driven as DrivenWidget).crm, page);
    driven?.call("render", "init", "bind_actions");
    driven?.crm.host.trigger("page:changed");
  };

  for (let count = 0; count < 10; count++) visit(count % 3 === 0 ? "contacts_card" : "leads_card");
  const before = resources.read();
  for (let count = 0; count < 990; count++) visit(count % 3 === 0 ? "contacts_card" : "leads_card");
  const after = resources.read();
  resources.stop();

  expect(after).toEqual(before);
});
