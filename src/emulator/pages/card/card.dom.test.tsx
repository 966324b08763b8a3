import { afterEach, describe, expect, it } from "vitest";
import { createTestPages, type TestPages, type TestPagesOptions } from "../fixtures/create-test-pages";

let pages: TestPages;

async function openCard(url?: string, options: TestPagesOptions = {}): Promise<void> {
  pages = createTestPages(options);
  await pages.start();
  await pages.goTo(url ?? `/leads/detail/${pages.lead}`);
}

afterEach(() => pages.dispose());

const find = <E extends Element = HTMLElement>(selector: string) => {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};
const input = (name: string) => find<HTMLInputElement>(`[name="${name}"]`);
const click = async (selector: string) => {
  find(selector).click();
  await pages.crm.settle();
};
const settle = () => pages.crm.settle();

describe("the card of a lead", () => {
  it.each([
    "#card_holder.card-holder",
    "#card_holder form.card-entity-form",
    ".card-top-name input#person_name",
    "#lead_card_budget",
    ".pipeline-select",
    ".card-tabs",
    ".linked-form__field[data-id] > .linked-form__field__label",
    ".linked-form__field[data-id] > .linked-form__field__value",
    ".linked-forms__group-wrapper_main form input[name=ID]",
    ".linked-form__field-pei [data-pei-code=phone] .js-control-phone.control-phone > .control-phone__formatted",
    ".js-linked-with-actions .tips .tips__inner > div.js-cf-actions-item[data-type=copy]",
    '.card-tabs__item.js-card-tab[data-id="default"]',
    '[class="linked-forms__group-wrapper linked-forms__group-wrapper_main js-cf-group-wrapper"][data-id="default"]',
    '[class="card-entity-form__main-fields js-card-main-fields"]',
    ".js-linked_contacts_and_companies",
    "button.js-button-with-loader.card-top-save-button",
    ".js-linked-name-view",
    ".js-card-feed.card-holder__feed .notes-wrapper",
    ".feed-compose .feed-compose__quick-actions-wrapper",
    "#widgets_block .card-widgets__elements",
    "#nano-card-widgets",
    ".js-card-widgets-cap",
  ])("has %s, which widgets look for", async (selector) => {
    await openCard();

    expect(document.querySelector(selector)).not.toBeNull();
  });

  it("tells the host what its form holds", async () => {
    await openCard();
    const lead = pages.model.tables.leads.get(pages.lead);

    const { model } = pages.crm.host.card ?? {};
    expect(model?.get("lead[NAME]")).toBe(lead?.name);
    expect(model?.get("lead[STATUS]")).toBe(String(lead?.status_id));
    expect(model?.get("lead[PRICE]")).toBe(String(lead?.price));
  });

  it("shows what is not saved, whether a person typed it or a widget triggered it", async () => {
    await openCard();
    const before = find(".card-top-save").classList.contains("hidden");

    pages.$(input("lead[NAME]")).val("Another name").trigger("change");
    await settle();

    expect(before).toBe(true);
    expect(find(".card-top-save").classList.contains("hidden")).toBe(false);
    expect(find(".card-top-save").textContent).toContain("There are unsaved changes");
  });

  it("stores what changed, and nothing else", async () => {
    await openCard();
    const before = pages.model.tables.leads.get(pages.lead);
    pages.$(input("lead[PRICE]")).val("123 456").trigger("change");
    await settle();

    await click(".js-card-save");

    const after = pages.model.tables.leads.get(pages.lead);
    expect(after?.price).toBe(123_456);
    expect(after?.name).toBe(before?.name);
    expect(after?.custom_fields_values).toEqual(before?.custom_fields_values);
    expect(find(".card-top-save").classList.contains("hidden")).toBe(true);
  });

  it("stores the phone of a linked contact in the contact", async () => {
    await openCard();
    const form = find(".linked-form_contacts");
    const phone = form.querySelector<HTMLInputElement>('[data-pei-code=phone] input[name$="[VALUE]"]');
    pages
      .$(phone ?? [])
      .val("+1 212 555-0177")
      .trigger("change");
    await settle();

    await click(".js-card-save");

    const contact = pages.model.tables.contacts.get(Number(form.dataset.id));
    expect(JSON.stringify(contact?.custom_fields_values)).toContain("+1 212 555-0177");
  });

  it("moves the lead to the chosen stage on saving", async () => {
    await openCard();
    await click(".card-pipeline__button");
    const stage = find<HTMLButtonElement>(".pipeline-select__dropdown__item__label[data-status-id='143']");
    stage.click();
    await settle();

    await click(".js-card-save");

    expect(pages.model.tables.leads.get(pages.lead)?.status_id).toBe(143);
  });

  it("begins with id 0 as a new card, and opens the card that was made", async () => {
    await openCard("/leads/detail/add/");
    expect(pages.crm.host.card?.state.id).toBe(0);
    pages.$(input("lead[NAME]")).val("Brand new").trigger("change");
    await settle();

    await click(".js-card-save");

    const made = pages.model.tables.leads.filter(({ name }) => name === "Brand new")[0];
    expect(location.pathname).toBe(`/leads/detail/${made?.id}`);
    expect(made?.pipeline_id).toBeGreaterThan(0);
  });

  it("puts a note, a task and its completion into the feed", async () => {
    await openCard();
    await pages.model.perform("addNote", { type: "leads", id: pages.lead, params: { text: "Called back" } });
    const task = await pages.model.perform("createTask", {
      text: "Send the plan",
      complete_till: pages.model.now() + 60,
      entity_type: "leads",
      entity_id: pages.lead,
    });
    await settle();
    expect(find(".notes-wrapper").textContent).toContain("Called back");
    expect(find("#feed_tasks").textContent).toContain("Send the plan");

    await pages.model.perform("completeTask", { id: task.id, text: "Sent" });
    await settle();

    expect(find(".feed-note_task-done").textContent).toBeDefined();
    expect(find("#feed_tasks").textContent).not.toContain("Send the plan");
  });

  it("says so where the card does not exist any more", async () => {
    await openCard();

    await pages.model.perform("deleteCards", { type: "leads", ids: [pages.lead] });
    await settle();

    expect(find("#card_holder").textContent).toContain("This lead does not exist");
  });
});

describe("widgets in a card", () => {
  it("draw their block beside it", async () => {
    await openCard(undefined, {
      callbacks: (self) => ({
        render() {
          self.render_template({ caption: { class_name: "x" }, body: "<p>Mine</p>", render: "" });
          return true;
        },
      }),
    });

    expect(find(".card-widgets__widget-sample .card-widgets__widget__body").textContent).toBe("Mine");
    expect(find("#widgets_block").className).toContain("js-widgets-active");
  });

  it("offer an entry on phone numbers", async () => {
    await openCard(undefined, {
      callbacks: (self, log) => ({
        init() {
          self.add_action("phone", ({ value }) => log.push(`called ${value}`));
          return true;
        },
      }),
    });
    await click(".js-linked-with-actions .linked-form__multitext__menu");

    find<HTMLButtonElement>(".js-tips-item button").click();

    expect(find(".js-tips-item").textContent).toContain("Call with Sample");
    expect(pages.log.at(-1)).toMatch(/^called \+/);
  });

  it("offer senders in the composer, and a sent SMS becomes a note", async () => {
    await openCard(undefined, {
      callbacks: (self, log) => ({
        init() {
          self.add_source("sms", ({ message }: { message: string }) => {
            log.push(`sent ${message}`);
            return Promise.resolve();
          });
          return true;
        },
      }),
    });
    await click(".feed-compose-switcher__button");
    await click(".feed-compose-switcher__item[data-id=source_0]");
    const text = find<HTMLTextAreaElement>(".feed-compose__message");
    text.value = "On our way";
    text.dispatchEvent(new Event("input", { bubbles: true }));
    await settle();

    await click(".feed-compose .js-note-submit");

    expect(pages.log).toContain("sent On our way");
    const notes = pages.model.notesOf("leads", pages.lead);
    expect(notes.at(-1)).toMatchObject({ note_type: "sms_out", params: { text: "On our way" } });
  });

  it("fill a tab of their own, whose element has their code as id", async () => {
    await openCard(`/leads/detail/1`.replace("1", String(createLeadId())), {
      callbacks: () => ({
        loadPreloadedData() {
          find("#sample").textContent = "own content";
          return Promise.resolve({});
        },
        loadElements: () => Promise.resolve([]),
      }),
    });

    find<HTMLButtonElement>('.card-tabs__item[data-id="widget_sample"]').click();
    await settle();

    expect(find("#sample").textContent).toBe("own content");
    expect(pages.log).toEqual(["loadPreloadedData", "loadElements"]);
  });
});

/** The seeded account's first lead has the same id in every test. */
function createLeadId(): number {
  return 31_200_001;
}

/** What the documentation's sample reads off a card of "phone" or "email". */
function readValues(kind: string): string[] {
  return [
    ...document.querySelectorAll<HTMLInputElement>(
      `.card-cf-table-main-entity .${kind}_wrapper input[type=text]`,
    ),
  ]
    .map(({ value }) => value)
    .filter((value) => value !== "");
}

describe("the card of a contact", () => {
  it("gives its numbers and addresses to the documentation's selectors", async () => {
    await openCard("/contacts/detail/45100001");

    expect(readValues("phone")).toEqual(["+1 212 555-0100"]);
    expect(readValues("email")).toEqual(["james.novak@mail0.example.com"]);
  });
});

describe.each([
  ["/contacts/detail/45100001", "contacts"],
  ["/companies/detail/45900001", "companies"],
] as const)("the quick form for leads at %s", (url, type) => {
  it("makes a lead of that card, and is empty again", async () => {
    await openCard(url);
    const id = Number(url.split("/").at(-1));
    for (const [name, text] of [
      ["quick_add_name", "A shelf"],
      ["quick_add_price", "1 200"],
    ] as const) {
      input(name).value = text;
      input(name).dispatchEvent(new Event("input", { bubbles: true }));
    }
    await settle();

    await click(".js-card-quick-lead-add");

    const made = [...pages.model.tables.leads.all()].at(-1);
    expect(made).toMatchObject({ name: "A shelf", price: 1200 });
    expect(pages.model.linksOf(type, id).some((link) => link.from_id === made?.id)).toBe(true);
    expect(find(".linked-forms__names[data-type=leads]").textContent).toContain("A shelf");
    expect(input("quick_add_name").value).toBe("");
  });

  it("makes nothing without a name", async () => {
    await openCard(url);
    const count = pages.model.tables.leads.size;

    await click(".js-card-quick-lead-add");

    expect(pages.model.tables.leads.size).toBe(count);
  });
});

describe.each([
  ["/contacts/detail/45100001", "ccard", "contact[NAME]"],
  ["/companies/detail/45900001", "comcard", "company[NAME]"],
  ["/customers/detail/2050001", "cucard", "customer[NAME]"],
])("the card at %s", (url, area, name) => {
  it("is drawn, and its widgets see its area", async () => {
    await openCard(url);

    expect(pages.crm.host.page?.names.area).toBe(area);
    expect(input(name).value).not.toBe("");
    expect(pages.errors).toEqual([]);
  });

  it.each<[string, TestPagesOptions, string]>([
    [
      "lists neither",
      { manifest: { locations: ["settings"] } },
      "Sample has no tab here: its manifest does not list card_sdk, lcard.",
    ],
    [
      "does not list the card",
      { manifest: { locations: ["card_sdk", "ccard-0"] } },
      "Sample has no tab here: its manifest does not list lcard.",
    ],
    ["is off", { row: { is_active: false } }, "Sample is switched off, so its tab is not shown."],
  ])("are told of on the main tab where the widget %s", async (_, options, text) => {
    await openCard(undefined, options);
    await pages.goTo(`/leads/detail/${pages.lead}/tab/`);

    expect(find("[role=status].card-no-tab").textContent).toBe(text);
    expect(find('.card-tabs__item[aria-selected="true"]').dataset["id"]).toBe("default");
    expect(find('.js-cf-group-wrapper[data-id="default"]').style.display).toBe("");

    await click('.card-tabs__item[data-id="statistic"]');

    expect(document.querySelector(".card-no-tab")).toBeNull();
  });
});
