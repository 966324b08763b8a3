import { afterEach, describe, expect, it } from "vitest";
import { createTestPages, type TestPages, type TestPagesOptions } from "../fixtures/create-test-pages";

let pages: TestPages;

async function openModal(options: TestPagesOptions = {}): Promise<void> {
  pages = createTestPages(options);
  await pages.start();
  await pages.goTo("/settings/widgets/");
  find<HTMLButtonElement>(".widget-card .js-widget-open").click();
  await pages.crm.settle();
}

afterEach(() => pages.dispose());

const find = <E extends Element = HTMLElement>(selector: string) => {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};
const widget = () => pages.model.tables.widgets.get("sample");
const click = async (selector: string) => {
  find(selector).click();
  await pages.crm.settle();
};
const write = async (name: string, value: string) => {
  pages
    .$(find(`.widget_settings_block [name="${name}"]`))
    .val(value)
    .trigger("change");
  await pages.crm.settle();
};

describe("the settings modal", () => {
  it.each([
    ".modal.sample.widget-settings__modal .modal-scroller .modal-body .widget-settings",
    ".widget-settings__base-space .widget_main_info .widget_settings_block__img",
    ".widget-settings__command-plate .js-widget-uninstall#sample[data-id]",
    ".widget-settings__wrap-desc-space .widget-settings__desc-space .widget_settings_block",
    ".widget_settings_block__descr",
    "#widget_settings__fields_wrapper.widget_settings_block__fields",
    ".widget_settings_block__item_field .widget_settings_block__title_field[title]",
    ".widget_settings_block__input_field input.text-input.widget_settings_block__controls__text[name=login]",
    "input[type=password][name=token]",
    "#sample_custom_content input[type=hidden]#sample_custom[name=custom]",
    "#save_sample.js-widget-save.button-input-disabled[data-onsave-destroy-modal=true][data-id]",
    "input#widget_active__sw[name=widget_active]",
    ".widget_settings_block > .widget_settings_block__switch #widget_active__sw",
  ])("has %s, which widgets look for", async (selector) => {
    await openModal();

    expect(document.querySelector(selector)).not.toBeNull();
  });

  it("calls settings with the part that holds fields and save button", async () => {
    let held: number[] = [];
    await openModal({
      callbacks: () => ({
        settings($body: JQuery) {
          held = [".widget_settings_block", ".js-widget-save", "input[name=login]"].map(
            (selector) => $body.find(selector).length,
          );
        },
      }),
    });

    expect(held).toEqual([1, 1, 1]);
  });

  it("shows the description without what could harm", async () => {
    await openModal();

    const description = find(".widget_settings_block__descr");
    expect(description.innerHTML).toBe(`<b>Bold</b> words for ${pages.model.account.subdomain}`);
  });

  it("wakes the save button when something changes, hidden inputs too", async () => {
    await openModal();

    await write("custom", "{}");

    expect(find(".js-widget-save").className).not.toContain("button-input-disabled");
  });

  it("stores what onSave has made of the fields, and closes", async () => {
    await openModal({
      callbacks: () => ({
        onSave(event: { fields: Record<string, string> }) {
          event.fields.custom = JSON.stringify({ kept: event.fields.login });
          return true;
        },
      }),
    });
    await write("login", "olivia");

    await click(".js-widget-save");

    expect(widget()?.settings.custom).toBe('{"kept":"olivia"}');
    expect(document.querySelector(".widget-settings__modal")).toBeNull();
  });

  it("gives users' values by their ids", async () => {
    await openModal();
    const user = pages.model.account.current_user_id;
    await write(`extensions[${user}]`, "107");

    await click(".js-widget-save");

    expect(widget()?.settings.extensions).toMatchObject({ [user]: "107" });
  });

  it("stays open, its button busy, when the widget refuses", async () => {
    await openModal({ callbacks: () => ({ onSave: () => false }) });
    await write("login", "someone");

    await click(".js-widget-save");

    expect(widget()?.settings.login).not.toBe("someone");
    expect(find(".js-widget-save .button-input__spinner")).toBeDefined();
  });

  it("stays open after a save when the widget has taken the attribute away", async () => {
    await openModal({
      callbacks: () => ({
        settings: ($body: JQuery) => $body.find(".js-widget-save").removeAttr("data-onsave-destroy-modal"),
      }),
    });
    await write("login", "someone");

    await click(".js-widget-save");

    expect(widget()?.settings.login).toBe("someone");
    expect(document.querySelector(".widget-settings__modal")).not.toBeNull();
  });

  it("has the switch over the fields and Save as the last of all", async () => {
    await openModal();

    const inside = [
      ...find(".widget_settings_block").querySelectorAll("[name=widget_active], .text-input[name], button"),
    ];

    const names = inside.map((one) => one.getAttribute("name") ?? one.textContent);
    expect([names[0], names[1], names.at(-1)]).toEqual(["widget_active", "login", "Save"]);
  });

  it("stores nothing while a required field is empty", async () => {
    await openModal();
    await write("login", "");

    await click(".js-widget-save");

    expect(pages.log).not.toContain("onSave");
    expect(find(".widget_settings_block__item_field_error").getAttribute("data-code")).toBe("login");
  });

  it("shows the tour and no fields before the installation, the fields after it", async () => {
    await openModal({
      row: { status: "install", is_active: false },
      manifest: {
        tour: { is_tour: true, tour_images: { en: ["/images/a.png"] }, tour_description: "widget.short" },
      },
    });
    expect(document.querySelector("#widget_settings__fields_wrapper")).toBeNull();
    expect(find(".widget-settings__slide").getAttribute("src")).toBe("/widgets/sample/images/a.png");

    await click(".js-widget-install.install-widget__button");

    expect(widget()?.status).toBe("not_configured");
    expect(document.querySelector("#widget_settings__fields_wrapper")).not.toBeNull();
  });

  it("is not configured after the installation, and switched on by the first save", async () => {
    await openModal({
      row: { status: "install", is_active: false },
      manifest: {
        tour: { is_tour: true, tour_images: { en: ["/images/a.png"] }, tour_description: "widget.short" },
      },
    });
    await click(".js-widget-install.install-widget__button");
    expect(find(".widget-settings__command-plate").textContent).toBe("Not configured");
    await write("login", "olivia");

    await click(".js-widget-save");

    expect(widget()).toMatchObject({ status: "installed", is_active: true, settings: { login: "olivia" } });
  });

  it("installs straight from the fields where there is no tour", async () => {
    await openModal({ row: { status: "install", is_active: false } });
    await write("login", "olivia");

    await click(".js-widget-install.install-widget__button");

    expect(widget()).toMatchObject({ status: "installed", is_active: true });
  });

  it("asks onSave and then destroys when the widget is disabled", async () => {
    await openModal({ callbacks: () => ({ destroy: () => undefined }) });
    pages.log.length = 0;

    await click(".js-widget-uninstall");

    expect(pages.log).toEqual(["onSave", "destroy"]);
    expect(widget()?.is_active).toBe(false);
  });

  it("opens all the same when the script fails, and says so", async () => {
    await openModal({ isBroken: true });

    expect(find(".widget-settings__failed").textContent).toContain("could not be started");
    expect(document.querySelector("input[name=login]")).not.toBeNull();
  });

  it("closes by the cross and by Escape", async () => {
    await openModal();
    await click(".modal-body__close");
    expect(document.querySelector(".modal")).toBeNull();

    find<HTMLButtonElement>(".js-widget-open").click();
    await pages.crm.settle();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    await pages.crm.settle();

    expect(document.querySelector(".modal")).toBeNull();
  });
});

describe("the state on the tile", () => {
  it.each([
    [{ status: "installed" as const }, "Installed"],
    [{ status: "install" as const, is_active: false }, "Not installed"],
    [{ status: "not_configured" as const }, "Not configured"],
    [{ status: "error" as const }, "Error"],
    [{ status: "installed" as const, is_active: false }, "Disabled"],
  ])("of %j reads %s", async (row, text) => {
    pages = createTestPages({ row });
    await pages.start();
    await pages.goTo("/settings/widgets/");

    expect(find(".widget-card#sample[data-code=sample] .widget-status-text").textContent).toBe(text);
  });
});
