import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestCrm, type TestCrm } from "../fixtures/create-test-crm";
import type { ConfirmOptions } from "./create-confirm-class";
import type { ModalWindow } from "./create-modal-class";
import type { ModalOptions } from "./modal-options";

let crm: TestCrm;

beforeEach(() => {
  document.body.innerHTML = "";
  crm = createTestCrm();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  crm.host.dispose();
});

const open = (options?: ModalOptions): ModalWindow => new crm.host.Modal(options);
const isOpen = () => document.querySelector(".modal-body") !== null;
const press = (which: number, target: EventTarget = document) =>
  crm.$(target as Element).trigger(crm.$.Event("keydown", { which }));
const markup = '<div class="modal-body__inner"><button class="js-modal-accept">Yes</button></div>';

const fill: ModalOptions["init"] = ($body) =>
  void $body
    .trigger("modal:loaded")
    .html(
      '<span class="modal-body__close"></span><div class="modal-body__actions"><button class="button-cancel"></button></div>',
    );

const ask = (options: ConfirmOptions) => new crm.host.Confirm(options);

describe("a window", () => {
  it("has the platform's markup", () => {
    open({ class_name: "mine" });

    expect(
      document.querySelectorAll(
        "body > .modal.mine > .modal-scroller.custom-scroll > .modal-body.modal-body-loading",
      ).length,
    ).toBe(1);
    expect(
      document.querySelectorAll(
        ".modal > .default-overlay.modal-overlay > .modal-overlay__spinner.spinner-icon",
      ).length,
    ).toBe(1);
  });

  it("has a class of its own kind where none is named", () => {
    open();

    expect(document.querySelectorAll(".modal.modal-list").length).toBe(1);
  });

  it("runs init inside the constructor, with itself as this", () => {
    const seen: unknown[] = [];
    let modal: ModalWindow | undefined;
    modal = open({
      init($body) {
        seen.push(this, $body.hasClass("modal-body"), modal);
      },
    });

    expect(seen[0]).toBe(modal);
    expect(seen.slice(1)).toEqual([true, undefined]);
  });

  it("waits with init for what is loaded first", async () => {
    const seen: string[] = [];
    let go: () => void = noop;
    open({
      init: () => void seen.push("init"),
      onBeforeInit: () => new Promise<void>((resolve) => (go = resolve)),
    });
    expect(seen).toEqual([]);

    go();
    await vi.waitFor(() => expect(seen).toEqual(["init"]));
  });

  it("shows its body at modal:loaded and places it at modal:centrify", () => {
    let placed = 0;
    open({
      init: ($body) => void $body.trigger("modal:loaded").html(markup).trigger("modal:centrify"),
      onModalPosition: () => (placed += 1),
    });

    expect(crm.$(".modal-body").hasClass("modal-body-loading")).toBe(false);
    expect(crm.$(".modal-overlay__spinner").css("display")).toBe("none");
    expect(placed).toBe(1);
  });

  it("goes into the container that is named", () => {
    document.body.innerHTML = '<div id="here"></div>';
    open({ container: "#here" });

    expect(document.querySelectorAll("#here > .modal").length).toBe(1);
  });

  it("can be extended as a Backbone view", () => {
    const Mine = crm.host.Modal.extend({ options: { class_name: "extended" }, hello: () => "hello" });
    const mine = new Mine() as ModalWindow & { hello(): string };

    expect(mine.hello()).toBe("hello");
    expect(document.querySelectorAll(".modal.extended").length).toBe(1);
    expect(mine).toBeInstanceOf(crm.host.Modal);
  });
});

describe("closing", () => {
  it.each([
    ["the cross", () => crm.$(".modal-body__close").trigger("click"), {}],
    ["cancel", () => crm.$(".button-cancel").trigger("click"), { disable_cancel_click: true }],
    ["Esc", () => press(27), { disable_escape_keydown: true }],
    [
      "the overlay",
      () => crm.$(".modal-scroller").trigger("mousedown").trigger("click"),
      { disable_overlay_click: true },
    ],
    ["a change of the page", () => crm.$(document).trigger("page:changed"), { can_destroy: false }],
  ] as const)("by %s, unless it is forbidden", (_what, act, forbidding) => {
    const ended = vi.fn();
    open({ init: fill, destroy: ended, ...forbidding });
    act();
    expect(isOpen()).toBe(Object.keys(forbidding).length > 0);

    document.body.innerHTML = "";
    ended.mockClear();
    open({ init: fill, destroy: ended });
    act();

    expect(isOpen()).toBe(false);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it("takes the body at once, the rest after the overlay has faded", () => {
    const modal = open();

    modal.destroy();
    expect([isOpen(), crm.$(".modal").length]).toEqual([false, 1]);
    vi.runAllTimers();

    expect(crm.$(".modal").length).toBe(0);
  });

  it.each([
    ["its destroy gives false", { destroy: () => false }, () => {}],
    ["its overlay is permanent", {}, (modal: ModalWindow) => modal.$overlay.addClass("permanent-overlay")],
    ["it is closed already", {}, (modal: ModalWindow) => modal.destroy()],
  ])("gives false and does nothing where %s", (_what, options, prepare) => {
    const modal = open(options);
    prepare(modal);

    expect(modal.destroy()).toBe(false);
  });

  it("closes only the topmost window by Esc", () => {
    open({ class_name: "first" });
    open({ class_name: "second" });

    press(27);

    expect(crm.$(".first .modal-body").length).toBe(1);
    expect(crm.$(".second .modal-body").length).toBe(0);
  });

  it("does not close when a press that began inside ends outside", () => {
    open({ init: fill });
    crm.$(".modal-body").trigger("mousedown");
    crm.$(".modal-scroller").trigger("click");

    expect(isOpen()).toBe(true);
  });

  it("reloads the page where that was asked for", () => {
    const modal = open();
    crm.$(".modal-body").trigger("modal:need-page-reload");

    modal.destroy();

    expect(crm.asked).toEqual(["reload"]);
  });

  it("leaves nothing behind after a hundred windows", () => {
    for (let count = 0; count < 100; count += 1) open({ init: fill }).destroy();
    vi.runAllTimers();

    expect(document.body.children.length).toBe(0);
    press(27);
  });
});

describe("Enter", () => {
  it.each([
    ["anywhere", "body", 1],
    ["in an input", "input", 0],
  ])("presses accept %s", (_what, target, count) => {
    let accepted = 0;
    open({ init: ($body) => void $body.html(`${markup}<input>`) });
    crm.$(".js-modal-accept").on("click", () => (accepted += 1));

    press(13, crm.$(target)[0] as Element);

    expect(accepted).toBe(count);
    expect(crm.$(".modal-overlay__spinner").css("display") === "none").toBe(false);
  });
});

describe("messages", () => {
  it.each([
    [undefined, ["Something went wrong"]],
    ["Broken", ["Broken"]],
    [
      ["One", "Two"],
      ["One", "Two"],
    ],
  ])("showError(%j)", (text, lines) => {
    open().showError(text, false);

    const shown = crm
      .$(".js-modal-error .modal-body__caption-error")
      .map((_index, line) => crm.$(line).text());
    expect(shown.get()).toEqual(lines);
    expect(crm.$(".js-modal-try-again").length).toBe(0);
    expect(crm.$(".modal-body").attr("class")).toMatch(/^modal-body( modal-body-relative)?$/);
    expect(crm.$(".modal-body").css("width")).toBe("500px");
  });

  it("try again brings the body back and calls tryAgain", () => {
    const tryAgain = vi.fn();
    const modal = open({ init: ($body) => void $body.html("<b>before</b>").addClass("own"), tryAgain });
    modal.showError("Broken");

    crm.$(".js-modal-try-again").trigger("click");

    expect(crm.$(".modal-body").html()).toBe("<b>before</b>");
    expect(crm.$(".modal-body").hasClass("own")).toBe(true);
    expect(tryAgain).toHaveBeenCalledTimes(1);
  });

  it("showSuccess closes after a while and calls back", () => {
    const after = vi.fn();
    open().showSuccess("Done", after, 700);
    expect(crm.$(".js-modal-success .modal-body__innner__message-success").text()).toBe("Done");

    vi.advanceTimersByTime(700);

    expect(after).toHaveBeenCalledTimes(1);
    expect(isOpen()).toBe(false);
  });

  it("requestStart hides the body and locks the overlay", () => {
    const modal = open();

    expect(modal.requestStart()).toBe(modal);

    expect(modal.destroy()).toBe(false);
    modal.shakeError();
    expect(modal.destroy()).toBeUndefined();
  });
});

describe("confirm", () => {
  it("asks in the caller's words", () => {
    const accept = vi.fn();
    ask({
      class_name: "asking",
      text: "Really?",
      message: [{ text: "<b>It goes</b>", class_name: "note" }],
      accept_text: "Go",
      decline_text: "Stay",
      accept,
      close_on_accept: true,
    });

    expect(crm.$(".asking .modal-body__caption").text()).toBe("Really?");
    expect(crm.$(".modal-body__paragraph-text.note").text()).toBe("<b>It goes</b>");
    expect(crm.$(".js-modal-accept").text()).toBe("Go");
    expect(crm.$(".button-cancel").text()).toBe("Stay");
    crm.$(".js-modal-accept").trigger("click");
    expect(accept).toHaveBeenCalledTimes(1);
    expect(isOpen()).toBe(false);
  });

  it("can leave cancel out", () => {
    ask({ text: "Well", no_cancel: true });

    expect(crm.$(".button-cancel").length).toBe(0);
  });
});

function noop(): void {}
