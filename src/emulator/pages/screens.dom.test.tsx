import { afterEach, describe, expect, it } from "vitest";
import { createTestPages, type TestPages, type TestPagesOptions } from "./fixtures/create-test-pages";

let pages: TestPages;

async function open(url: string, options: TestPagesOptions = {}): Promise<void> {
  pages = createTestPages(options);
  await pages.start();
  await pages.crm.navigate(url);
  await pages.crm.settle();
}

afterEach(() => pages.dispose());

const find = <E extends Element = HTMLElement>(selector: string) => {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};
const readHeads = () =>
  [...document.querySelectorAll(".pipeline_status__head_info")].map(({ textContent }) => textContent ?? "");
const readTotal = () => find(".stats__total .dashboard__stage__count").textContent;
const readWon = () => find(".dashboard__tile_good .dashboard__tile__value").textContent;
const click = async (selector: string) => {
  find(selector).click();
  await pages.crm.settle();
};

const talkRows = () => [...document.querySelectorAll<HTMLElement>(".chats__talk")];
const readMessages = () =>
  [...document.querySelectorAll(".feed-note__body")].map(({ textContent }) => textContent);

describe("every area", () => {
  it("is drawn in each language, with its widgets started and no error", async () => {
    for (const locale of ["en", "es", "pt", "ru"] as const) {
      await open("/dashboard/", { locale });
      for (const { area, url } of pages.crm.page.get().areas) {
        await pages.crm.navigate(url);
        await pages.crm.settle();
        expect(find("#page_holder").textContent, `${locale} ${area}`).not.toBe("");
        expect(document.querySelector("#widgets_block .card-widgets__elements"), area).not.toBeNull();
      }
      expect(pages.errors, locale).toEqual([]);
      if (locale !== "ru") pages.dispose();
    }
  }, 60_000);
});

describe("the automation board", () => {
  it("draws the form where the documentation's selectors find it", async () => {
    await open("/settings/pipeline/leads/");
    expect(await pages.driver.openPipelineAction()).toBe(true);

    const $marker = pages.$(".digital-pipeline__short-task_widget-style_sample");
    const $form = $marker.parent().parent().find("[data-action=send_widget_hook]");
    expect($form.length).toBe(1);
    expect($form.find("form.digital-pipeline__edit-forms #widget_settings__fields_wrapper").length).toBe(1);
    expect($form.find('.widget_settings_block__title_field[title^="Message"]').length).toBe(1);
    expect($form.find(".widget_settings_block__input_field input[name=message]").length).toBe(1);
    expect($form.find("button.js-trigger-save").length).toBe(1);
  });

  it("keeps its buttons and the trigger where a widget hides the fields to draw its own form", async () => {
    await open("/settings/pipeline/leads/");
    await pages.driver.openPipelineAction();
    const $form = pages.$("form.digital-pipeline__edit-forms");

    const $fields = $form.find(".task-edit__body__form");

    expect($fields.find("input[name=message]").length).toBe(1);
    expect($form.find("button.js-trigger-save, button.js-trigger-cancel").length).toBe(2);
    expect($form.find("svg.digital-pipeline__edit-delete").length).toBe(1);
    expect($fields.find("[name=trigger_type], button").length).toBe(0);
  });

  it("gives the form to dpSettings and stores what it holds", async () => {
    await open("/settings/pipeline/leads/", {
      callbacks: (_self, log) => ({ dpSettings: ($form: JQuery) => log.push(`form ${$form.length}`) }),
    });
    await pages.driver.openPipelineAction();
    pages.$(find("input[name=message]")).val("Hello").trigger("change");

    await click(".js-trigger-save");

    expect(pages.log).toContain("form 1");
    const [action] = [...pages.model.tables.stage_actions.all()];
    expect(action).toMatchObject({
      widget_code: "sample",
      settings: { message: "Hello" },
      trigger: "lead_status_changed",
    });
    expect(document.querySelector(".digital-pipeline__edit-bubble")).toBeNull();
  });

  it("of customers has their stages and triggers, and no sources", async () => {
    await open("/settings/pipeline/customers/");
    const columns = [...document.querySelectorAll(".digital-pipeline__status")].map((one) => one.textContent);
    expect(columns).toEqual(["Purchase overdue", "Expected soon", "Expected later", "No date"]);

    expect(await pages.driver.openPipelineAction()).toBe(true);
    const offered = [...document.querySelectorAll("[data-value]")].map((item) =>
      item.getAttribute("data-value"),
    );
    expect(offered.slice(0, 3)).toEqual([
      "customer_period_changed",
      "customer_appeared_in_period",
      "customer_added",
    ]);
    expect(offered).not.toContain("lead_added");
    await click(".js-trigger-save");

    expect([...pages.model.tables.stage_actions.all()]).toMatchObject([
      { pipeline_id: 0, status_id: 1, trigger: "customer_period_changed", last_status_id: null },
    ]);
    expect(find(".digital-pipeline__short-task__when").textContent).toBe("When the customer changes period");
  });

  it("offers every trigger of leads", async () => {
    await open("/settings/pipeline/leads/");
    await pages.driver.openPipelineAction();

    const triggers = [...document.querySelectorAll("[data-value]")].map((item) =>
      item.getAttribute("data-value"),
    );
    expect(triggers).toEqual(
      expect.arrayContaining([
        "lead_added",
        "lead_status_changed",
        "lead_appeared_in_status",
        "mail_in",
        "call_in",
        "site_visit",
        "chat",
      ]),
    );
  });

  it("has no form for a widget without the location", async () => {
    await open("/dashboard/", { manifest: { locations: ["settings"] } });

    expect(await pages.driver.openPipelineAction()).toBe(false);
  });
});

describe("the dashboard", () => {
  it("follows the account", async () => {
    await open("/dashboard/", { leads: 1000 });
    const { won } = pages.crm.page.get().summary ?? {};
    const inWork = pages.model.tables.leads.filter(({ status_id }) => status_id !== 142 && status_id !== 143);
    expect(readWon()).toBe(pages.crm.format.number(won?.count ?? 0));

    await pages.model.perform("moveLead", { id: inWork[500]?.id ?? 0, status_id: 142 });

    await expect.poll(readWon, { timeout: 5000 }).toBe(pages.crm.format.number((won?.count ?? 0) + 1));
  });
});

describe("the boards", () => {
  it("show stages with their leads, counts and sums", async () => {
    await open("/leads/pipeline/");
    const board = pages.crm.page.get().board ?? [];

    const columns = [...document.querySelectorAll(".pipeline_status")];
    expect(columns.map((column) => Number(column.getAttribute("data-id")))).toEqual(
      board.map(({ status_id }) => status_id),
    );
    expect(columns.map((column) => column.querySelectorAll(".pipeline_leads__item").length)).toEqual(
      board.map(({ count }) => count),
    );
  });

  it("count a lead in the stage that it was moved to", async () => {
    await open("/leads/pipeline/");
    const item = find(".pipeline_leads__item");
    const target = find(".pipeline_status:last-child");
    const before = target.querySelectorAll(".pipeline_leads__item").length;

    await pages.model.perform("moveLead", {
      id: Number(item.dataset.id),
      status_id: Number(target.dataset.id),
    });
    await pages.crm.settle();

    expect(find(".pipeline_status:last-child .pipeline_status__head_info").textContent).toContain(
      `${before + 1} lead`,
    );
  });

  it("show customers by when their next purchase is due", async () => {
    await open("/customers/pipeline/");

    const items = document.querySelectorAll(".pipeline_leads__item");
    expect(items).toHaveLength(pages.model.tables.customers.size);
  });

  it("count a big pipeline whole, show the first cards of a stage and more of them on demand", async () => {
    await open("/leads/pipeline/", { leads: 1500 });
    const [stage] = pages.crm.page.get().board ?? [];
    const leads = pages.model.tables.leads.filter(
      (lead) => lead.pipeline_id === stage?.pipeline_id && lead.status_id === stage.status_id,
    );
    const column = find(".pipeline_status");
    const count = () => column.querySelectorAll(".pipeline_leads__item").length;

    expect(leads.length).toBeGreaterThan(50);
    expect(column.querySelector(".pipeline_status__head_info")?.textContent).toBe(
      `${leads.length} leads: ${pages.crm.format.money(leads.reduce((sum, { price }) => sum + price, 0))}`,
    );
    expect(count()).toBe(15);
    expect(column.querySelector(".pipeline_leads__more")?.textContent).toBe(`${leads.length - 15} more`);

    await click(".pipeline_leads__more");
    expect(count()).toBe(40);
  });

  it("follow leads that are not on the page", async () => {
    await open("/leads/pipeline/", { leads: 1000 });
    const [from, to] = pages.crm.page.get().board ?? [];
    const hidden = pages.model.tables.leads.filter(
      (lead) => lead.pipeline_id === from?.pipeline_id && lead.status_id === from.status_id,
    )[40];

    await pages.model.perform("moveLead", { id: hidden?.id ?? 0, status_id: to?.status_id ?? 0 });

    await expect.poll(() => readHeads()[0], { timeout: 5000 }).toContain(`${(from?.count ?? 0) - 1} leads`);
    expect(readHeads()[1]).toContain(`${(to?.count ?? 0) + 1} leads`);
  });
});

describe("every page", () => {
  it.each(["/dashboard/", "/leads/detail/31200001", "/settings/widgets/"])(
    "holds the icons that widgets take by name, each once, at %s",
    async (url) => {
      await open(url);

      for (const id of ["common--trash", "common--arrow-left", "controls--button-more", "cards--pin"]) {
        expect(document.querySelectorAll(`symbol#${id} > path[d]`)).toHaveLength(1);
      }
    },
  );
});

describe("the sources of a pipeline", () => {
  it("take the widget and tell it", async () => {
    await open("/settings/pipeline/leads/", {
      callbacks: (_self, log) => ({ onAddAsSource: (id: number) => log.push(`source of ${id}`) }),
    });
    const pipeline = pages.crm.page.get().route.id;
    await pages.crm.navigate(`/settings/pipeline/leads/${pipeline}/sources/`);
    await pages.crm.settle();

    await click(".js-add-source");

    expect(pages.log).toContain(`source of ${pipeline}`);
    expect(
      pages.model.tables.sources
        .filter(({ widget_code }) => widget_code === "sample")
        .map(({ name }) => name),
    ).toEqual(["Sample"]);
  });
});

const designerCallbacks: TestPagesOptions["callbacks"] = () => ({
  salesbotDesignerSettings: () => ({
    exits: [
      { code: "success", title: "Answered" },
      { code: "fail", title: "Failed" },
    ],
  }),
  onSalesbotDesignerSave: (handler: string, params: object) =>
    JSON.stringify([{ question: [{ handler: "widget_request", params: { url: handler, data: params } }] }]),
});

describe("the Salesbot designer", () => {
  it("shows the exits that the widget names, and the JSON that it saved", async () => {
    await open("/settings/salesbot/", { callbacks: designerCallbacks });
    await click(".js-add-handler");
    expect(
      [...document.querySelectorAll(".salesbot__exit")].map((exit) => exit.getAttribute("data-code")),
    ).toEqual(["success", "fail"]);
    expect(find<HTMLInputElement>('[data-field-name=text] [name="value_manual"]').value).toBe("true");

    await click(".js-salesbot-save");

    expect(find(".salesbot__json").textContent).toContain('"data": {\n            "text": "Hello"');
    const [bot] = [...pages.model.tables.salesbots.all()];
    expect(bot).toMatchObject({ handler_code: "ask", params: { text: "Hello" }, name: "Ask Sample" });
  });

  it("says so when the widget gives no text", async () => {
    await open("/settings/salesbot/", {
      callbacks: () => ({ salesbotDesignerSettings: () => ({ exits: [] }) }),
    });
    await click(".js-add-handler");

    await click(".js-salesbot-save");

    expect(find('[role="alert"]').textContent).toContain("onSalesbotDesignerSave gave no text.");
  });
});

describe("a list of the account's own", () => {
  it("opens the element's card and stores it", async () => {
    await open("/catalogs/");
    await click(".js-catalog-element");
    pages.$(find('[name="catalog_element[NAME]"]')).val("Renamed").trigger("change");

    await click(".catalog-element .js-modal-accept");

    expect(pages.model.tables.catalog_elements.filter(({ name }) => name === "Renamed")).toHaveLength(1);
  });

  it("loses the elements that are ticked, with their links", async () => {
    await open("/catalogs/");
    const names = [...document.querySelectorAll(".js-catalog-element")].map(({ textContent }) => textContent);
    const { id } = pages.model.tables.catalog_elements.filter(({ name }) => name === names[0])[0]!;
    const lead = pages.lead;
    const to = { type: "catalog_elements", id } as const;
    await pages.model.perform("linkCards", { from: { type: "leads", id: lead }, to });
    await click(`#list_item_checkbox_${id}`);
    await click(".list-multiple-actions__item");
    expect(find(".modal-body__paragraph-text").textContent).toBe("1 element is deleted with its links.");
    await click(".js-modal-accept");

    const left = [...document.querySelectorAll(".js-catalog-element")].map(({ textContent }) => textContent);
    expect(left).toEqual(names.slice(1));
    expect(pages.model.linksOf("leads", lead).filter((link) => link.to_id === id)).toEqual([]);
  });

  it("leaves the element to the widget that has taken the list", async () => {
    await open("/catalogs/", {
      callbacks: (_self, log) => ({
        loadCatalogElement: (element: { id: number; name: { text: string } }) => log.push(element.name.text),
      }),
    });
    const catalog = pages.crm.page.get().route.id ?? 0;
    await pages.model.perform("setSdkCatalog", { code: "sample", catalog_id: catalog });
    const name = find(".js-catalog-element").textContent;

    await click(".js-catalog-element");

    expect(pages.log).toContain(name);
    expect(document.querySelector(".catalog-element")).toBeNull();
  });
});

describe("pages of widgets", () => {
  it("give advanced settings an empty work area inside the list's holder", async () => {
    await open("/settings/advanced/", {
      callbacks: (_self, log) => ({
        advancedSettings: () =>
          log.push(String(document.querySelector("#list_page_holder #work-area-sample")?.id)),
      }),
    });

    expect(pages.log).toContain("work-area-sample");
    expect(
      find("#work_area .content__top .content__top__preset h2.content__top__preset__caption").textContent,
    ).toBe("Sample report");
    expect(location.pathname).toBe("/settings/advanced/sample/");
  });

  it("leave the place of the top's buttons to the widget, which puts them there once", async () => {
    await open("/settings/advanced/", {
      callbacks: () => ({
        advancedSettings: () => {
          pages
            .$(".list__body-right__top")
            .css({ display: "block" })
            .append('<div class="list__body-right__top__buttons"></div>');
          pages.$(".list__body-right__top__buttons").append(pages.$("<button class='js-own-save'></button>"));
        },
      }),
    });

    expect(pages.$(".js-own-save").length).toBe(1);
  });

  it("open the left menu's item with its first entry", async () => {
    await open("/widget_page/", {
      callbacks: (_self, log) => ({ initMenuPage: (params: object) => log.push(JSON.stringify(params)) }),
    });

    expect(pages.log).toContain('{"location":"widget_page","item_code":"reports","subitem_code":"first"}');
    expect(location.pathname).toBe("/widget_page/sample/reports/first/");
  });

  it("find the user's id on the avatar of the left menu", async () => {
    await open("/dashboard/");

    expect(pages.$(".n-avatar").first().attr("id")).toBe(String(pages.model.account.current_user_id));
  });

  it("stand in the left menu where they ask, and hide what they ask", async () => {
    await open("/dashboard/");

    const codes = [...document.querySelectorAll("#nav_menu .nav__menu__item")].map(
      (item) => item.getAttribute("data-widget-code") ?? item.getAttribute("data-entity") ?? "dashboard",
    );
    expect(codes.slice(0, 3)).toEqual(["dashboard", "leads", "sample"]);
    expect(codes).not.toContain("mail");
  });
});

describe("the chats", () => {
  it("show the conversations of the account, the latest first and open", async () => {
    await open("/chats/");
    const talks = [...pages.model.tables.talks.all()].sort(
      (a, b) => b.updated_at - a.updated_at || b.id - a.id,
    );

    expect(talkRows().map((row) => Number(row.dataset["id"]))).toEqual(talks.map(({ id }) => id));
    expect(talkRows()[0]?.getAttribute("aria-current")).toBe("page");
    expect(readMessages()).toEqual(
      pages.model.tables.chat_messages
        .filter(({ talk_id }) => talk_id === talks[0]?.id)
        .map(({ text }) => text),
    );
  });

  it("open the conversation that the address names, with its client and lead", async () => {
    await open("/chats/3101/");
    const talk = pages.model.tables.talks.get(3101)!;

    expect(find(".chats__client").getAttribute("href")).toBe(`/contacts/detail/${talk.contact_id}`);
    expect(find(".chats__card").getAttribute("href")).toBe(`/leads/detail/${talk.entity_id}`);
    expect(find(".chats__talk_open").dataset["id"]).toBe("3101");
  });

  it("send what is written", async () => {
    await open("/chats/3101/");
    const text = find<HTMLTextAreaElement>(".feed-compose__message");
    text.value = "On my way";
    text.dispatchEvent(new Event("input", { bubbles: true }));
    await pages.crm.settle();

    await click(".js-note-submit");

    expect(readMessages().at(-1)).toBe("On my way");
    expect(talkRows()[0]?.dataset["id"]).toBe("3101");
    expect(find(".chats__talk__last").textContent).toBe("On my way");
  });
});

describe("the mail", () => {
  it("shows the threads of a folder, the latest first, and which of them are new", async () => {
    await open("/mail/");

    expect(pages.crm.host.APP.getWidgetsArea()).toBe("mail");
    expect(talkRows().map((row) => row.querySelector(".mail__subject")?.textContent)).toEqual([
      "Drawings of the office",
      "Delivery on the third floor",
      "Invoice for the kitchen",
      "Samples of oak and ash",
    ]);
    expect(document.querySelectorAll("[aria-label='Not read']")).toHaveLength(2);
    expect(find(".crm-empty__title").textContent).toBe("Choose a letter");
  });

  it("has what was sent in a folder of its own, and no draft", async () => {
    await open("/mail/");
    const [, sent, drafts] = document.querySelectorAll<HTMLElement>(".mail__folder");

    sent?.click();
    await pages.crm.settle();
    expect(talkRows()).toHaveLength(3);
    drafts?.click();
    await pages.crm.settle();

    expect(talkRows()).toHaveLength(0);
    expect(find(".crm-empty__title").textContent).toBe("No letters here");
  });

  it("opens the thread that the address names, with its letters and its lead", async () => {
    await open("/mail/thread/5202/");
    const letters = pages.model.tables.letters.filter(({ thread_id }) => thread_id === 5202);

    expect([...document.querySelectorAll(".mail__text")].map(({ textContent }) => textContent)).toEqual(
      letters.map(({ text }) => text),
    );
    expect(find(".mail__head a").getAttribute("href")).toBe(`/leads/detail/${letters[0]?.lead_id}`);
    expect(find(".chats__talk_open").dataset["id"]).toBe("5202");
  });
});

describe("pages that are emulated in part", () => {
  it("show the leads of a period by stage and manager, and keep the period in the address", async () => {
    await open("/stats/");
    expect(readTotal()).toBe(String(pages.crm.page.get().analytics?.all.count));

    await click('.settings-tabs__item[href$="period=week"]');

    expect(location.search).toBe("?pipeline=7201001&period=week");
    expect(readTotal()).toBe(String(pages.crm.page.get().analytics?.all.count));
    expect(document.querySelectorAll(".stats__people tbody tr").length).toBe(
      pages.crm.page.get().analytics?.people.length,
    );
  });

  it.each([
    ["/settings/web_forms/", "amoforms", "amoforms.js"],
    ["/settings/personal_page/", "personal_page", "personal_page.js"],
  ])("at %s name the widgets that list %s", async (url, location, file) => {
    await open(url);
    expect(find(".crm-page__narrow").textContent).toContain(
      `An installed integration must list the location ${location}.`,
    );
    pages.dispose();

    await open(url, { manifest: { locations: [location] } });

    expect(find(".widget-entry").textContent).toContain(`${file} is not in the archive`);
  });

  it("name the account's own sources among web forms", async () => {
    await open("/settings/web_forms/");

    expect([...document.querySelectorAll(".sources__row b")].map((one) => one.textContent)).toEqual([
      "Website form",
      "WhatsApp",
    ]);
  });
});

describe("navigation", () => {
  it("goes from link to link without loading the document again", async () => {
    await open("/dashboard/");
    const holder = find("#page_holder");

    find<HTMLAnchorElement>('#left_menu [data-entity="leads"]').click();
    await pages.crm.settle();
    await pages.crm.settle();

    expect(location.pathname).toBe("/leads/pipeline/");
    expect(holder.isConnected).toBe(false);
    expect(document.querySelectorAll("#wrapper")).toHaveLength(1);
  });

  it("fires page:changed and destroys before the next page's callbacks", async () => {
    await open(`/leads/list/`);
    pages.log.length = 0;
    pages.$(document).on("page:changed.test", () => pages.log.push("page:changed"));

    await pages.crm.navigate("/contacts/list/");
    await pages.crm.settle();

    pages.$(document).off(".test");
    expect(pages.log).toEqual(["page:changed", "render", "init", "bind_actions"]);
  });

  it("forgets a page that was left before it came", async () => {
    await open("/dashboard/");

    const first = pages.crm.navigate("/leads/list/");
    const second = pages.crm.navigate("/contacts/list/");
    await Promise.all([first, second]);
    await pages.crm.settle();

    expect(location.pathname).toBe("/contacts/list/");
    expect(document.querySelector(".list-contacts")).not.toBeNull();
  });

  it("says why when the account has nothing there, and stays", async () => {
    await open("/dashboard/");

    await pages.crm.navigate("/leads/detail/999999999");
    await pages.crm.settle();

    expect(find(".notification_error").textContent).toContain("/leads/detail/999999999");
    expect(location.pathname).toBe("/dashboard/");
  });
});

describe("messages", () => {
  it("show a widget's markup without what could harm", async () => {
    await open("/dashboard/");

    pages.crm.host.APP.notifications.show_message({
      header: "<i>Title</i>",
      text: '<p onclick="x()">Hi <img src=x onerror=alert(1)><a href="javascript:x()">link</a></p><script>x()</script>',
    });
    await pages.crm.settle();

    expect(find(".notification__header").textContent).toBe("<i>Title</i>");
    expect(find(".notification__text").innerHTML).toBe("<p>Hi <a>link</a></p>");
  });

  it("say what the account refused", async () => {
    await open("/dashboard/");

    await pages.crm.attempt(() => pages.model.perform("deleteTask", { id: 1 }));
    await pages.crm.settle();

    expect(find(".notification_error[role=alert]").textContent).toContain("That did not work");
  });
});

describe("window.emulator", () => {
  it("selects the first two rows where none are named, and runs the widget's entry", async () => {
    await open("/dashboard/", {
      callbacks: (self, log) => ({
        leads: {
          selected: () => log.push(String((self.list_selected() as { selected: object[] }).selected.length)),
        },
      }),
    });

    await pages.driver.select();

    expect(await pages.driver.runListAction()).toBe(true);
    expect(pages.log).toContain("2");
  });

  it("has nothing to run where the widget offers no entry", async () => {
    await open("/leads/list/");

    expect(await pages.driver.runListAction()).toBe(false);
  });

  it("saves settings, and says whether the widget agreed", async () => {
    await open("/dashboard/", {
      callbacks: () => ({ onSave: ({ fields }: { fields: { login: string } }) => fields.login !== "no" }),
    });

    expect(await pages.driver.saveSettings({ login: "no" })).toBe(false);
    expect(await pages.driver.saveSettings({ login: "yes", extensions: { 9_630_001: "5" } })).toBe(true);

    expect(pages.model.tables.widgets.get("sample")?.settings).toMatchObject({
      login: "yes",
      extensions: { "9630001": "5" },
    });
  });

  it("switches the widget off", async () => {
    await open("/dashboard/");

    expect(await pages.driver.disable()).toBe(true);

    expect(pages.model.tables.widgets.get("sample")?.is_active).toBe(false);
  });

  it("rejects an area that does not exist", async () => {
    await open("/dashboard/");

    await expect(pages.driver.open("nowhere")).rejects.toThrow('There is no area "nowhere".');
  });
});
