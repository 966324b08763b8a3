import $ from "jquery";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createWidget } from "../create-widget";
import { driveWidget, type DrivenWidget, type WithLocations } from "../fixtures/drive-widget";
import { SettingsArea, type Refusal, type SettingsFields } from "./settings-area";

let driven: DrivenWidget;
let refusal: (value: unknown) => Refusal | Promise<Refusal>;
let late: (fields: SettingsFields) => Refusal | Promise<Refusal>;
let log: string[];
const live = {} as { area: Settings };

class Settings extends SettingsArea {
  readonly first = JSON.stringify(this.value);

  init() {
    Object.assign(live, { area: this });
    log.push("init");
  }
  validate(value: unknown) {
    return refusal(value);
  }
  save(_value: unknown, fields: SettingsFields) {
    return late(fields);
  }
  installed() {
    log.push("installed");
  }
  destroy() {
    log.push("destroy");
  }
  render() {
    return <output>{JSON.stringify(this.value) ?? "nothing"}</output>;
  }
}

const hello = createWidget<WithLocations<{ settings: true }>>({ settings: Settings });

/** The modal as the host draws it for a widget that is installed; Kommo: Installing and configuring. */
function drawModal(custom: string): HTMLElement {
  const host = document.createElement("div");
  host.className = "modal hello widget-settings__modal";
  host.innerHTML = `<div class="modal-body"><div class="widget-settings__desc-space"><div class="widget_settings_block">
    <div class="widget_settings_block__descr"></div>
    <div class="widget_settings_block__fields" id="widget_settings__fields_wrapper">
      <div class="widget_settings_block__item_field"><input name="token" value="abc"></div>
      <div class="widget_settings_block__input_field" id="hello_custom_content"><input type="hidden" id="hello_custom" name="words"></div>
      <div class="widget_settings_block__controls"><button class="js-widget-save" data-onsave-destroy-modal="true"></button></div>
    </div></div></div></div>`;
  (host.querySelector("#hello_custom") as HTMLInputElement).value = custom;
  document.body.append(host);
  return host;
}

/** The modal of a widget that is not installed and has a tour: no fields, no block. */
function drawTour(): HTMLElement {
  const host = document.createElement("div");
  host.innerHTML =
    '<div class="widget-settings__desc-space"><input type="hidden" id="widget_active__sw"><div class="widget_settings_block__descr"></div></div>';
  document.body.append(host);
  return host;
}

function open(modal: HTMLElement): void {
  driven.call("render");
  driven.ask("settings", $(modal.querySelector(".widget-settings__desc-space") as HTMLElement));
}

const view = () => document.querySelector<HTMLElement>(".hello:not(.modal)");
const button = () => $(".js-widget-save");
const save = (fields: Record<string, unknown> = {}, active = "Y") =>
  driven.ask("onSave", { active, fields }) as Promise<boolean> | boolean;
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

function start(saved?: unknown): void {
  driven = driveWidget(hello, {
    code: "widgetsSettings",
    body: "",
    settings: saved === undefined ? {} : { words: saved },
    compiled: { KOMPONENT_CUSTOM_FIELD: "words" },
  });
  driven.call("render", "init", "bind_actions");
}

beforeEach(() => {
  log = [];
  refusal = () => undefined;
  late = () => undefined;
});

afterEach(() => {
  driven.call("destroy");
  driven.crm.loader.dispose();
  driven.crm.host.dispose();
  document.body.innerHTML = "";
});

describe("the field that the widget draws", () => {
  it.each<[unknown, string]>([
    [undefined, "nothing"],
    ["", "nothing"],
    [null, "nothing"],
    ['["a"]', '["a"]'],
    [["a"], '["a"]'],
    ['{"a":{"b":[1,null]}}', '{"a":{"b":[1,null]}}'],
    [{ a: { b: [1, null] } }, '{"a":{"b":[1,null]}}'],
    ["7", "7"],
    [7, "7"],
    ["false", "false"],
    ['"text"', '"text"'],
    ["text", '"text"'],
  ])("is read whether the host gives text or a value: %j", (saved, expected) => {
    start(saved);

    open(drawModal(""));

    expect(view()?.textContent).toBe(expected);
    expect(live.area.first ?? "nothing").toBe(expected);
  });

  it.each([[["a"]], [{ a: [1, { b: null }] }], [7], ["text"], [false], [null], [[]]])(
    "is stored as JSON: %j",
    async (value) => {
      start();
      open(drawModal(""));
      const fields: Record<string, unknown> = { words: "what the host collected" };

      live.area.change(value);
      const isSaved = await save(fields);

      expect(isSaved).toBe(true);
      expect(JSON.parse(String(fields["words"]))).toEqual(value);
    },
  );

  it("tells the host of a change through its own input, and draws the view again", () => {
    start('["a"]');
    open(drawModal('["a"]'));
    const native = vi.fn();
    const jquery = vi.fn();
    document.body.addEventListener("change", native, { once: true });
    $(".modal").on("change", jquery);

    live.area.change(["b"]);

    expect($("#hello_custom").val()).toBe('["b"]');
    expect(native).toHaveBeenCalledTimes(1);
    expect(jquery).toHaveBeenCalledTimes(1);
    expect(view()?.textContent).toBe('["b"]');
  });

  it("follows whoever else writes to the host's input", () => {
    start('["a"]');
    open(drawModal('["a"]'));

    live.area.change(["b"]);
    $("#hello_custom").val('["c"]');

    expect(live.area.value).toEqual(["c"]);
  });

  it("does not take for a value what the host has made of one", () => {
    start(["a"]);

    open(drawModal("[object Object]"));

    expect(live.area.value).toEqual(["a"]);
  });

  it("is left as the host has it where nothing was ever saved", async () => {
    start();
    open(drawModal(""));
    const fields = { token: "abc" };

    expect(await save(fields)).toBe(true);

    expect(fields).toEqual({ token: "abc" });
  });
});

describe("a save", () => {
  it.each<[string, () => Refusal | Promise<Refusal>, string | undefined]>([
    ["a message", () => "Add a word.", "Add a word."],
    ["a promised message", async () => "Add a word.", "Add a word."],
    ["false", () => false, undefined],
    ["an exception", () => Promise.reject(new Error("no")), "⚠ Hello"],
  ])("is refused with %s", async (_what, refuse, shown) => {
    vi.spyOn(console, "debug").mockImplementation(() => {});
    start('["a"]');
    open(drawModal('["a"]'));
    const errors = vi.fn();
    button().on("button:save:error", errors);
    const fields = { words: '["a"]' };

    refusal = refuse;
    const isSaved = await save(fields);

    expect(isSaved).toBe(false);
    expect(view()?.querySelector("[role=alert]")?.textContent).toBe(shown);
    expect(button().attr("data-onsave-destroy-modal")).not.toBe("true");
    expect(errors).toHaveBeenCalledTimes(1);
    expect(fields).toEqual({ words: '["a"]' });

    refusal = () => undefined;
    expect(await save(fields)).toBe(true);
    expect(button().attr("data-onsave-destroy-modal")).toBe("true");
    expect(view()?.querySelector("[role=alert]")).toBeNull();
    vi.restoreAllMocks();
  });

  it("loses its message when the user goes on", async () => {
    start();
    open(drawModal(""));
    refusal = () => "Add a word.";
    await save();

    live.area.change(["a"]);

    expect(view()?.querySelector("[role=alert]")).toBeNull();
  });

  it("may be refused late, by what saves elsewhere, which sees and changes the fields", async () => {
    start();
    open(drawModal(""));
    live.area.change(["a"]);
    late = (fields) => {
      fields["token"] = fields["words"];
      return "Our server is away.";
    };
    const fields: Record<string, unknown> = { token: "" };

    expect(await save(fields)).toBe(false);

    expect(fields["token"]).toBe('["a"]');
  });

  it.each(["N", "n"])("that switches the widget off (%s) is never refused", async (active) => {
    start();
    open(drawModal(""));
    refusal = () => "No.";

    expect(await save({}, active)).toBe(true);
  });

  it("is agreed to where no modal is open", async () => {
    start();
    refusal = () => "No.";

    expect(await save()).toBe(true);
  });
});

describe("the modal", () => {
  it("has the view above the save button", () => {
    start();

    open(drawModal(""));

    const order = view()?.compareDocumentPosition(button()[0] as Node);
    expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(log).toEqual(["init"]);
  });

  it("may hand over the block itself", () => {
    start();
    const modal = drawModal("");
    driven.call("render");

    driven.ask("settings", $(modal).find(".widget_settings_block"));

    expect(view()).not.toBeNull();
  });

  it("takes the empty element of the field where there is no block", () => {
    start();
    const modal = drawModal("");
    modal.querySelector(".widget_settings_block")?.classList.remove("widget_settings_block");

    open(modal);

    expect(document.querySelector("#hello_custom_content .hello")).not.toBeNull();
  });

  it("shows nothing and asks nothing during the tour, and installs", async () => {
    start();
    refusal = () => "Nothing is set up yet.";
    open(drawTour());

    driven.ask("onInstall");

    expect(view()).toBeNull();
    expect(await save()).toBe(true);
    expect(log).toEqual(["installed"]);
  });

  it("shows the view when the fields come after the tour, or late", async () => {
    start();
    const tour = drawTour();
    open(tour);

    tour
      .querySelector(".widget-settings__desc-space")
      ?.append(...drawModal('["a"]').querySelectorAll(".widget_settings_block"));
    await settle();

    expect(view()).not.toBeNull();
    expect(log).toEqual(["init"]);
  });

  it("ends the area when it is closed, and begins another when it is opened again", async () => {
    start('["a"]');
    const modal = drawModal('["a"]');
    open(modal);
    live.area.change(["b"]);

    modal.remove();
    await settle();
    expect(log).toEqual(["init", "destroy"]);
    open(drawModal('["a"]'));

    expect(log).toEqual(["init", "destroy", "init"]);
    expect(view()?.textContent).toBe('["a"]');
  });

  it("knows the source of a pipeline from which it was opened", () => {
    start();
    const modal = drawModal("");
    driven.call("render");

    driven.ask("settings", $(modal), { source_id: 5, external_id: "x" });

    expect(live.area.source).toEqual({ source_id: 5, external_id: "x" });
  });
});

describe("a field of the host's", () => {
  it("is read, written with native events, followed and hidden until the area ends", () => {
    start();
    const modal = drawModal("");
    open(modal);
    const token = live.area.field("token");
    const heard: string[] = [];
    const row = modal.querySelector<HTMLElement>(".widget_settings_block__item_field") as HTMLElement;
    const native = vi.fn();
    modal.addEventListener("change", native);

    token.hide();
    token.onChange((value) => heard.push(value));
    const stop = token.onChange((value) => heard.push(`twice ${value}`));
    token.value = "def";
    stop();
    $("[name=token]").val("by the host").trigger("change");

    expect(token.value).toBe("by the host");
    expect(heard).toEqual(["def", "twice def", "by the host"]);
    expect(native).toHaveBeenCalledTimes(1);
    expect(row.style.display).toBe("none");

    driven.call("destroy");
    $("[name=token]").val("later").trigger("change");
    expect(heard).toHaveLength(3);
    expect(row.style.display).toBe("");
  });

  it("is empty where the host drew none", () => {
    start();
    open(drawModal(""));
    const none = live.area.field("none");

    none.value = "x";
    none.hide();

    expect(none.value).toBe("");
  });
});
