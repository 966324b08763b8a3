import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWidget } from "../create-widget";
import { driveWidget, panel, type DrivenWidget, type WithLocations } from "../fixtures/drive-widget";
import { useSelection } from "../hooks/use-selection";
import { ListArea } from "./list-area";

let log: string[];
let answer: boolean | Promise<boolean> | undefined;
let driven: DrivenWidget;

class LeadList extends ListArea {
  init() {
    log.push("init");
  }
  bindActions() {
    log.push("bind");
  }
  canClose() {
    return answer ?? true;
  }
  destroy() {
    log.push("destroy");
  }
  render() {
    return <Rows close={this.close} />;
  }
}

function Rows({ close }: { close: () => void }) {
  const rows = useSelection();
  return <button onClick={close}>{rows.map((row) => `${row.type} ${row.id}`).join(", ")}</button>;
}

const page = `<div id="list_page_holder"></div>${panel}`;
const view = () => document.querySelector<HTMLElement>(".card-widgets__widget__body > .hello");
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** As the host does it: the panel is shown, then the callback called. */
function choose(callback = "leads.selected"): void {
  driven.crm.host.panel.show("hello");
  driven.ask(callback);
}

function tick(...ids: number[]): void {
  driven.crm.host.list?.each((row) => void row.set("is_checked", ids.includes(Number(row.id))));
}

beforeEach(() => {
  log = [];
  answer = undefined;
  driven = driveWidget(createWidget<WithLocations<{ llist: "panel" }>>({ llist: LeadList }), {
    code: "leads",
    body: page,
  });
  driven.call("render", "init", "bind_actions");
});

afterEach(() => {
  driven.call("destroy");
  driven.crm.loader.dispose();
  driven.crm.host.dispose();
});

describe("a list's area", () => {
  it("begins when the user chooses the widget, and not before", () => {
    expect(log).toEqual([]);

    choose();

    expect(log).toEqual(["init", "bind"]);
    expect(view()).not.toBeNull();
    expect(document.querySelector("#card_widgets_overlay")).not.toBeNull();
  });

  it("gives the rows that are ticked, and follows them", async () => {
    tick(11, 13);
    choose();
    expect(view()?.textContent).toBe("lead 11, lead 13");

    tick(12);

    await expect.poll(() => view()?.textContent).toBe("lead 12");
  });

  it.each<[string, () => void]>([
    [
      "a click on the block's cross",
      () => document.querySelector<HTMLElement>("#multi-widget_close")?.click(),
    ],
    ["a click beside the panel", () => document.querySelector<HTMLElement>("#card_widgets_overlay")?.click()],
    ["its own close", () => view()?.querySelector("button")?.click()],
    ["another page", () => driven.crm.host.trigger("page:changed")],
    ["destroy", () => driven.call("destroy")],
  ])("ends with %s", async (_what, end) => {
    choose();

    end();
    await settle();

    expect(log.at(-1)).toBe("destroy");
    expect(document.querySelector(".card-widgets__widget")).toBeNull();
  });

  it.each([[false], [Promise.resolve(false)]])("stays open while it says so (%s)", async (given) => {
    answer = given;
    choose();

    document.querySelector<HTMLElement>("#multi-widget_close")?.click();
    await settle();
    expect(view()).not.toBeNull();

    answer = true;
    document.querySelector<HTMLElement>("#multi-widget_close")?.click();
    await settle();
    expect(view()).toBeNull();
  });

  it("begins anew when it is chosen again, with one block", async () => {
    choose();
    choose();
    await settle();

    expect(log).toEqual(["init", "bind", "destroy", "init", "bind"]);
    expect(document.querySelectorAll(".card-widgets__widget")).toHaveLength(1);
  });

  it("can be opened again after it was closed", async () => {
    choose();
    document.querySelector<HTMLElement>("#multi-widget_close")?.click();
    await settle();

    choose();

    expect(view()).not.toBeNull();
  });
});

it.each([
  ["clist", "contacts.selected"],
  ["culist", "customers.selected"],
  ["tlist", "todo.selected"],
])("the area of %s begins with %s", (location, callback) => {
  driven.call("destroy");
  driven.crm.host.dispose();
  log = [];
  driven = driveWidget(createWidget({ [location]: LeadList } as never), { code: "leads", body: page });
  driven.call("render", "init", "bind_actions");

  choose(callback);

  expect(log).toEqual(["init", "bind"]);
});

it("reads the rows itself on lists for which the host gives none", () => {
  driven.crm.host.list?.first()?.set({ is_checked: true, entity: "company" });
  driven.widget.list_selected = () => false;

  choose();

  expect(view()?.textContent).toBe("company 11");
});
