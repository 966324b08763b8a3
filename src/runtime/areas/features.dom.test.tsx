import $ from "jquery";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CatalogElement, SalesbotExit } from "../../host";
import { createWidget } from "../create-widget";
import { driveWidget, type DrivenWidget } from "../fixtures/drive-widget";
import { setCurrentCrm } from "../../testing/current-crm";
import { CardTabArea, type TabEntity } from "./card-tab-area";
import { CatalogArea } from "./catalog-area";
import { LeadSourceArea } from "./lead-source-area";
import { SalesbotArea, type SalesbotParams } from "./salesbot-area";

let driven: DrivenWidget;
let log: string[];

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
const view = () => document.querySelector<HTMLElement>(".hello");

function start(location: string, Class: unknown, body = "", code = "widgetsSettings"): void {
  driven = driveWidget(createWidget({ [location]: Class } as never), { code, body });
  setCurrentCrm({ host: driven.crm.host, close() {} });
  driven.call("render", "init", "bind_actions");
}

beforeEach(() => {
  log = [];
});

afterEach(() => {
  driven.call("destroy");
  driven.crm.loader.dispose();
  driven.crm.host.dispose();
  setCurrentCrm(undefined);
  document.body.innerHTML = "";
});

const fail = () => {
  throw new Error("broken");
};

describe("the area of a card's tab", () => {
  const item = { id: 1, sku: "s", name: "Chair", price: 10 };
  const entity: TabEntity = { elementType: 2, id: 7 };

  class Goods extends CardTabArea {
    async preload() {
      return [item];
    }
    async load(of: TabEntity) {
      log.push(`load ${of.elementType} ${of.id}`);
      return [{ ...item, quantity: 2 }];
    }
    async search(query: string, of: TabEntity) {
      log.push(`search ${query} ${of.elementType} ${of.id}`);
      return [item];
    }
    async link(links: object) {
      log.push(`link ${Object.keys(links).join()}`);
    }
  }

  it("answers the host's questions", async () => {
    start("card_sdk", Goods, "", "leads_card");

    expect(await driven.ask("loadPreloadedData")).toEqual([item]);
    expect(await driven.ask("loadElements", { id: 2, type: "leads" }, 7)).toEqual([{ ...item, quantity: 2 }]);
    expect(await driven.ask("searchDataInCard", "chair", 2, 7)).toEqual([item]);
    await driven.ask("linkCard", { link: [] });

    expect(log).toEqual([`load ${entity.elementType} ${entity.id}`, "search chair 2 7", "link link"]);
  });

  it("answers with nothing where a question fails, or was not foreseen", async () => {
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    start(
      "card_sdk",
      class extends CardTabArea {
        async load() {
          throw new Error("away");
        }
      },
    );

    expect(await driven.ask("loadPreloadedData")).toEqual({});
    expect(await driven.ask("loadElements", { id: 2 }, 7)).toEqual([]);
    expect(await driven.ask("searchDataInCard", "x", 2, 7)).toEqual([]);
    expect(debug).toHaveBeenCalledTimes(1);
    debug.mockRestore();
  });

  it("draws the tab itself where it has a view", async () => {
    start(
      "card_sdk",
      class extends CardTabArea {
        render() {
          return <p>Tab</p>;
        }
      },
      '<div id="hello"></div>',
      "leads_card",
    );

    expect(await driven.ask("loadPreloadedData")).toEqual({});

    expect(document.querySelector("#hello > .hello")?.textContent).toBe("Tab");
    driven.crm.host.trigger("page:changed");
    expect(view()).toBeNull();
  });
});

describe("the area of a list's element", () => {
  class Element extends CatalogArea {
    destroy() {
      log.push("destroy");
    }
    render() {
      return <p>{this.element.name?.text}</p>;
    }
  }
  const element: CatalogElement = { id: 3, name: { text: "Chair" } };

  it("draws into a window of the host's", () => {
    start("catalogs", Element);

    driven.ask("loadCatalogElement", element);

    expect(document.querySelector(".modal .modal-body .hello")?.textContent).toBe("Chair");
  });

  it.each<[string, () => void]>([
    ["the window's cross", () => document.querySelector<HTMLElement>(".modal-body__close")?.click()],
    ["another page", () => driven.crm.host.trigger("page:changed")],
    ["another element", () => driven.ask("loadCatalogElement", { id: 4, name: { text: "Table" } })],
  ])("ends with %s", (_what, end) => {
    start("catalogs", Element);
    driven.ask("loadCatalogElement", element);

    end();

    expect(log).toEqual(["destroy"]);
    expect(document.body.textContent).not.toContain("Chair");
  });
});

describe("the area of a pipeline's source", () => {
  class Source extends LeadSourceArea {
    init() {
      log.push(`added to ${this.pipelineId}`);
    }
  }

  it("begins when the widget is added to a pipeline", () => {
    start("lead_sources", Source);

    driven.ask("onAddAsSource", 31);

    expect(log).toEqual(["added to 31"]);
    expect(view()).toBeNull();
  });
});

describe("the area of a bot's step", () => {
  class Step extends SalesbotArea {
    exits(): SalesbotExit[] {
      return [{ code: "ok", title: "Done" }];
    }
    save(handler: string, params: SalesbotParams) {
      return [
        {
          question: [
            { handler: "show" as const, params: { type: "text", value: `${handler} ${params["text"]}` } },
          ],
        },
      ];
    }
    render() {
      return <p>{this.renderRow(String(this.params["text"]))}</p>;
    }
  }

  it("draws into the step's block, and tells where it leads", () => {
    start("salesbot_designer", Step, '<div class="step"></div>');

    const answer = driven.ask("salesbotDesignerSettings", $(".step"), (caption: string) => `<${caption}>`, {
      text: "a",
    });

    expect(answer).toEqual({ exits: [{ code: "ok", title: "Done" }] });
    expect(document.querySelector(".step > .hello")?.textContent).toBe("<a>");
  });

  it("gives the bot's steps as text, the block open or not", () => {
    start("salesbot_designer", Step, '<div class="step"></div>');
    const steps = '[{"question":[{"handler":"show","params":{"type":"text","value":"ask b"}}]}]';

    expect(driven.ask("onSalesbotDesignerSave", "ask", { text: "b" })).toBe(steps);
    driven.ask("salesbotDesignerSettings", $(".step"), String, {});
    expect(driven.ask("onSalesbotDesignerSave", "ask", { text: "b" })).toBe(steps);
  });

  it("ends when the block is taken away", async () => {
    start("salesbot_designer", Step, '<div class="step"></div>');
    driven.ask("salesbotDesignerSettings", $(".step"), String, {});

    $(".step").remove();
    await settle();

    expect(view()).toBeNull();
  });

  it("gives no exits and no steps where it fails", () => {
    const debug = vi.spyOn(console, "debug").mockImplementation(() => {});
    start(
      "salesbot_designer",
      class extends SalesbotArea {
        exits = fail;
        save = fail;
      },
      '<div class="step"></div>',
    );

    expect(driven.ask("salesbotDesignerSettings", $(".step"), String, {})).toEqual({ exits: [] });
    expect(driven.ask("onSalesbotDesignerSave", "ask", {})).toBeUndefined();
    debug.mockRestore();
  });
});
