import $ from "jquery";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWidget } from "../create-widget";
import { driveWidget, type DrivenWidget } from "../fixtures/drive-widget";
import { setCurrentCrm } from "../../testing/current-crm";
import { AdvancedSettingsArea } from "./advanced-settings-area";
import { DigitalPipelineArea } from "./digital-pipeline-area";
import { MenuPageArea } from "./menu-page-area";

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

const page = (inner: string) => `<div id="list_page_holder">${inner}</div>`;
const marker = (inner = "") => `<div class="digital-pipeline__short-task_widget-style_hello">${inner}</div>`;

describe("the area of advanced settings", () => {
  class Report extends AdvancedSettingsArea {
    destroy() {
      log.push("destroy");
    }
    render() {
      return <h2>Report</h2>;
    }
  }
  it.each([
    [page('<div id="work-area-hello"></div>'), "work-area-hello"],
    [page(""), "list_page_holder"],
  ])("draws into %s", (body, id) => {
    start("advanced_settings", Report, body, "advanced-settings:hello");

    driven.ask("advancedSettings");

    expect(view()?.parentElement?.id).toBe(id);
    expect(view()?.textContent).toBe("Report");
  });

  it.each<[string, () => void]>([
    ["another page", () => driven.crm.host.trigger("page:changed")],
    ["destroy", () => driven.call("destroy")],
  ])("ends with %s", (_what, end) => {
    start("advanced_settings", Report, page(""));
    driven.ask("advancedSettings");

    end();

    expect(log).toEqual(["destroy"]);
    expect(view()).toBeNull();
  });

  it("is there once when it is called twice", () => {
    start("advanced_settings", Report, page(""));

    driven.call("advancedSettings", "advancedSettings");

    expect(document.querySelectorAll(".hello")).toHaveLength(1);
  });
});

describe("the area of a menu page", () => {
  class Page extends MenuPageArea {
    render() {
      return <h2>{`${this.page.item_code} ${this.page.subitem_code}`}</h2>;
    }
  }

  it("knows which page is open, and follows to the next", () => {
    start("widget_page", Page, '<div id="work-area-hello"></div>');

    driven.ask("initMenuPage", { location: "widget_page", item_code: "a", subitem_code: "b" });
    expect(view()?.textContent).toBe("a b");
    driven.ask("initMenuPage", { location: "widget_page", item_code: "a", subitem_code: "c" });

    expect(document.querySelectorAll(".hello")).toHaveLength(1);
    expect(view()?.textContent).toBe("a c");
  });
});

describe("the area of an automation's form", () => {
  class StageAction extends DigitalPipelineArea {
    private readonly playbook = this.field("playbook");

    init() {
      this.playbook.hide();
    }
    destroy() {
      log.push("destroy");
    }
    render() {
      return <button onClick={() => (this.playbook.value = "New lead")}>{this.playbook.value}</button>;
    }
  }
  const form = `<div class="digital-pipeline__edit-bubble" data-action="send_widget_hook"><form class="digital-pipeline__edit-forms">
    <div id="widget_settings__fields_wrapper"><div class="widget_settings_block__item_field">
      <div class="widget_settings_block__input_field"><input name="playbook" value="Old"></div></div></div></form></div>`;

  it.each([
    ["two levels above the marker", `<div><div>${marker()}</div>${form}</div>`],
    ["around the marker", form.replace("<form", `${marker()}<form`)],
    [
      "beside the tile of another action",
      `<div><div>${marker()}</div></div><div><div>${marker()}</div>${form}</div>`,
    ],
  ])("is found %s", (_where, body) => {
    start("digital_pipeline", StageAction, body);

    driven.call("dpSettings");

    expect(view()?.closest("#widget_settings__fields_wrapper")).not.toBeNull();
    expect(view()?.textContent).toBe("Old");
  });

  it("writes what is chosen into the host's input, whose row it hides", () => {
    start("digital_pipeline", StageAction, `<div><div>${marker()}</div>${form}</div>`);
    const heard = vi.fn();
    driven.call("dpSettings");
    $("[name=playbook]").on("change", heard);

    view()?.querySelector("button")?.click();

    expect($("[name=playbook]").val()).toBe("New lead");
    expect(heard).toHaveBeenCalledTimes(1);
    expect($(".widget_settings_block__item_field").css("display")).toBe("none");
  });

  it("ends when the form is closed, and begins again in the next", async () => {
    start("digital_pipeline", StageAction, `<main><div>${marker()}</div>${form}</main>`);
    driven.call("dpSettings");

    $(".digital-pipeline__edit-bubble").remove();
    await settle();
    expect(log).toEqual(["destroy"]);
    $("main").append(form);
    driven.call("render", "dpSettings");

    expect(document.querySelectorAll(".hello")).toHaveLength(1);
  });

  it("waits for a form that comes late", async () => {
    start("digital_pipeline", StageAction, `<main><div>${marker()}</div></main>`);
    driven.call("dpSettings");

    $("main").append(form);
    await settle();

    expect(view()?.textContent).toBe("Old");
  });
});
