import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestCrm, type TestCrm } from "../fixtures/create-test-crm";

let crm: TestCrm;

beforeEach(() => {
  crm = createTestCrm();
});
afterEach(() => {
  vi.useRealTimers();
  crm.host.dispose();
});

function show(name: string, params: object): JQuery {
  const template = crm.host.libraries.Twig.twig({ ref: `/tmpl/controls/${name}.twig` });
  document.body.innerHTML = `<form>${String(template?.render(params as never))}</form>`;
  return crm.$("form");
}

/** What the control fires on an input, in order. */
function listen(selector: string): string[] {
  const seen: string[] = [];
  crm.$(selector).on("change controls:change controls:change:visual", (event) => {
    seen.push(event.type + (event.namespace ? `.${event.namespace}` : ""));
  });
  return seen;
}
const click = (selector: string) => (document.querySelector(selector) as HTMLElement).click();

const title = () => crm.$(".checkboxes_dropdown__title").text();

const shown = () =>
  crm
    .$(".control--suggest--list--item")
    .filter((_index, item) => (item as HTMLElement).style.display !== "none").length;

describe("select", () => {
  const items = [
    { id: 1, option: "One" },
    { id: 2, option: "<Two>" },
    { id: 3, option: "Three", disabled: true },
  ];

  it.each([
    [2, "2", "<Two>"],
    ["2", "2", "<Two>"],
    [undefined, "1", "One"],
    [0, "1", "One"],
    [99, "1", "One"],
  ])("with %j chosen", (selected, value, text) => {
    const $form = show("select", { name: "s", id: "mine", items, selected });

    expect($form.find("#mine").attr("name")).toBe("s");
    expect($form.find("#mine").val()).toBe(value);
    expect($form.find(".control--select--button-inner").text()).toBe(text);
    expect($form.find(".control--select--list--item-selected").length).toBe(1);
  });

  it("takes the text where an item has no id, and items from an object", () => {
    const $form = show("select", { items: { a: { option: "Only" } }, name: "s" });

    expect($form.find("input").val()).toBe("Only");
  });

  it("opens, chooses and tells its hidden input", () => {
    const $form = show("select", { name: "s", items });
    const seen = listen("input");
    click(".control--select--button");
    expect($form.find(".control--select--list").hasClass("control--select--list-opened")).toBe(true);

    click('[data-value="2"]');

    expect($form.find("input").val()).toBe("2");
    expect($form.find("input").attr("data-prev-value")).toBe("1");
    expect($form.find(".control--select--button").attr("data-value")).toBe("2");
    expect($form.find(".control--select--button").text()).toBe("<Two>");
    expect($form.find(".control--select--list-opened").length).toBe(0);
    expect(seen.length).toBe(3);
  });

  it("does not choose what is disabled, and closes by a click elsewhere", () => {
    const $form = show("select", { name: "s", items });
    click(".control--select--button");
    click('[data-value="3"]');
    expect($form.find("input").val()).toBe("1");

    click(".control--select--button");
    click("body");

    expect($form.find(".control--select--list-opened").length).toBe(0);
  });

  it("does not open where it is disabled", () => {
    const $form = show("select", { name: "s", items, disabled: true });
    $form.find("button").trigger("click");

    expect($form.find("button").attr("disabled")).toBe("disabled");
    expect($form.find(".control--select--list-opened").length).toBe(0);
  });

  it.each(["change", "controls:change"])("follows a value that is set, at %s", (event) => {
    const $form = show("select", { name: "s", items });

    $form.find("input").val("2").trigger(event);

    expect($form.find(".control--select--button").text()).toBe("<Two>");
    expect($form.find(".control--select--list--item-selected").text()).toBe("<Two>");
  });

  it("is worked by keys", () => {
    const $form = show("select", { name: "s", items });
    const press = (which: number) => $form.find("button").trigger(crm.$.Event("keydown", { which }));

    for (const which of [40, 40, 13]) press(which);
    expect($form.find("input").val()).toBe("2");

    press(40);
    press(27);
    expect($form.find(".control--select--list-opened").length).toBe(0);
  });
});

describe("checkbox, radio, switcher", () => {
  it("a checkbox carries its state in its label, whoever changes it", () => {
    const $form = show("checkbox", { name: "c", text: "Tick & go", value: "Y", id: "c" });
    const seen = listen("#c");
    click("#c");
    expect($form.find(".control-checkbox").hasClass("is-checked")).toBe(true);
    expect(seen).toEqual(["change", "controls:change", "controls:change:visual"]);

    crm.$("#c").prop("checked", false).trigger("change");

    expect($form.find(".control-checkbox").hasClass("is-checked")).toBe(false);
    expect($form.find(".control-checkbox__text").attr("title")).toBe("Tick & go");
  });

  it.each([
    [{ name: "c", name_is_array: "yes" }, "c[]"],
    [{ name: "c" }, "c"],
  ])("%j is named %s", (params, name) => {
    expect(show("checkbox", params).find("input").attr("name")).toBe(name);
  });

  it("radios of a name show one choice", () => {
    const template = crm.host.libraries.Twig.twig({ ref: "/tmpl/controls/radio.twig" });
    const radio = (value: number) =>
      String(
        template?.render({
          name: "r",
          prefix: "r_",
          value,
          label: `L${value}`,
          selected: value === 1 ? true : undefined,
        }),
      );
    document.body.innerHTML = `<form>${radio(1)}${radio(2)}</form>`;

    click("#r_2");

    expect(
      crm
        .$(".icon-radio-checked input")
        .map((_index, input) => input.id)
        .get(),
    ).toEqual(["r_2"]);
    expect(crm.$('label[for="r_2"]').text()).toBe("L2");
  });

  it("a switcher is on or off", () => {
    const $form = show("switcher", { name: "w", id: "w" });
    expect($form.find(".switcher").hasClass("switcher__off")).toBe(true);

    click("#w");

    expect($form.find(".switcher").hasClass("switcher__on")).toBe(true);
    expect($form.find("#w").val()).toBe("Y");
  });

  it("a switcher without id works by its label", () => {
    const $form = show("switcher", { name: "w" });

    click(".switcher");

    expect($form.find("input").prop("checked")).toBe(true);
    expect($form.find(".switcher").hasClass("switcher__on")).toBe(true);
  });
});

describe("checkboxes_dropdown", () => {
  const items = [
    { id: 1, option: "One", is_checked: true },
    { id: 2, option: "Two" },
    { id: 3, option: "Three" },
  ];
  it("opens and closes", () => {
    const $form = show("checkboxes_dropdown", { name: "d", items });
    click(".checkboxes_dropdown__title_wrapper");
    expect($form.find(".expanded").length).toBe(1);

    click("body");

    expect($form.find(".expanded").length).toBe(0);
  });

  it("says in its title what is ticked", () => {
    show("checkboxes_dropdown", { name: "d", items, title_empty: "None" });
    expect(title()).toBe("One");

    click("#cbx_drop_1");
    expect(title()).toBe("OneTwo");
    expect(crm.$(".checkboxes_dropdown__title-item").length).toBe(2);

    click("#cbx_drop_0");
    click("#cbx_drop_1");
    expect(title()).toBe("None");
  });

  it("counts where it has a numeral", () => {
    show("checkboxes_dropdown", { name: "d", items, title_numeral: "user,users", title_before: "For" });

    click("#cbx_drop_1");

    expect(title()).toBe("For 2 users");
  });

  it("ticks all by the first item", () => {
    const $form = show("checkboxes_dropdown", { name: "d", name_is_array: true, items });
    click(".js-master-checkbox");

    expect($form.find(".js-item-checkbox:checked").length).toBe(3);
    expect($form.find(".js-item-checkbox").attr("name")).toBe("d[]");
    click(".js-master-checkbox");
    expect($form.find(".js-item-checkbox:checked").length).toBe(0);
  });

  it("keeps a fixed title", () => {
    show("checkboxes_dropdown/values_title", { name: "d", items, title: "Users" });
    click("#cbx_drop_1");

    expect(title()).toBe("Users");
  });
});

describe("suggest", () => {
  const items = [
    { id: 1, value: "Apple" },
    { id: 2, value: "Pear" },
  ];
  it("filters its list and keeps the id beside the text", () => {
    const $form = show("suggest", { name: "s", items });
    const $input = $form.find("input");
    $input.val("pea").trigger("input");
    expect([shown(), $form.find(".control--suggest--list-opened").length]).toEqual([1, 1]);

    click('[data-value-id="2"]');

    expect([$input.val(), $input.attr("data-value-id")]).toEqual(["Pear", "2"]);
    expect($form.find(".control--suggest--list-opened").length).toBe(0);
  });

  it("asks its address for a list", async () => {
    const ajax = vi
      .spyOn(crm.$, "ajax")
      .mockImplementation((() => Promise.resolve({ items: [{ id: 7, value: "<Found>" }] })) as never);
    const $form = show("suggest", { name: "s", ajax: { url: "/find", params: "query=#q#" } });

    $form.find("input").val("a b").trigger("input");
    await vi.waitFor(() => expect(shown()).toBe(1));

    expect(ajax).toHaveBeenCalledWith({ url: "/find", data: "query=a%20b", dataType: "json" });
    expect(crm.$(".control--suggest--list--item").text()).toBe("<Found>");
    ajax.mockRestore();
  });

  it("is emptied by its cross", () => {
    const $form = show("suggest", { name: "s", items, selected: 1, closable: true });
    expect($form.find("input").val()).toBe("Apple");

    click("#search_clear_button");

    expect([$form.find("input").val(), $form.find("input").attr("data-value-id")]).toEqual(["", ""]);
  });
});

describe("date_field", () => {
  it("opens a calendar and takes a day", () => {
    const $form = show("date_field", { name: "d", value: "18.11.2026" });
    const seen = listen("input.date_field");
    click(".date_field_wrapper");
    expect(crm.$(".kalendae .k-caption").text()).toBe("November 2026");
    expect(crm.$(".kalendae .k-selected").attr("data-date")).toBe("18.11.2026");

    click('.kalendae [data-date="20.11.2026"]');

    expect($form.find('[name="d"]').val()).toBe("20.11.2026");
    expect(crm.$(".kalendae").length).toBe(0);
    expect(seen.length).toBe(3);
  });

  it("takes a range by two days, in whatever order", () => {
    const $form = show("date_field", {
      name: { from: "a", to: "b" },
      type: "range",
      value: "01.11.2026 - 02.11.2026",
    });
    expect($form.find("input.date_field").attr("name")).toBeUndefined();
    expect($form.find('[name="a"]').val()).toBe("01.11.2026");

    click(".date_field_wrapper");
    click('.kalendae [data-date="20.11.2026"]');
    click('.kalendae [data-date="05.11.2026"]');

    expect($form.find("input.date_field").val()).toBe("05.11.2026 - 20.11.2026");
    expect([$form.find('[name="a"]').val(), $form.find('[name="b"]').val()]).toEqual([
      "05.11.2026",
      "20.11.2026",
    ]);
  });

  it("turns its months, and closes by Esc, a press elsewhere or a change of the page", () => {
    show("date_field", { name: "d", value: "18.11.2026" });
    for (const close of [
      () => crm.$(document).trigger(crm.$.Event("keydown", { which: 27 })),
      () => crm.$("body").trigger("mousedown"),
      () => crm.$(document).trigger("page:changed"),
    ]) {
      click(".date_field_wrapper");
      click(".k-next");
      expect(crm.$(".k-caption").text()).toBe("December 2026");
      close();
      expect(crm.$(".kalendae").length).toBe(0);
    }
  });
});

describe("button", () => {
  it("is drawn with the platform's classes, and a menu where it has one", () => {
    const $form = show("button", {
      text: "<Go>",
      blue: true,
      disabled: true,
      class_name: "mine",
      additional_data: 'data-x="1"',
    });
    expect($form.find("button").attr("class")).toMatch(
      /^button-input button-input_blue button-input-disabled\s+mine$/,
    );
    expect($form.find(".button-input-inner > .button-input-inner__text").text()).toBe("<Go>");
    expect($form.find("button").attr("data-x")).toBe("1");
    expect($form.find("button").prop("disabled")).toBe(false);

    show("button", {
      text: "More",
      context_menu: [
        { id: "a", text: "A" },
        { text: "B", href: "/b" },
      ],
    });
    click("button");

    expect(crm.$(".button-input-wrapper_opened .button-input__context-menu__item").length).toBe(2);
    click("body");
    expect(crm.$(".button-input-wrapper_opened").length).toBe(0);
  });

  it.each([
    ["button:load:start", "button:load:stop"],
    ["button:save:start", "button:save:stop"],
    ["button:load:start", "button:load:error"],
    ["button:save:start", "button:save:error"],
  ])("shows a spinner from %s to %s", (start, stop) => {
    const $button = show("button", { text: "Go" }).find("button");
    $button.trigger(start).trigger(start);
    expect($button.find(".button-input__spinner").length).toBe(1);

    $button.trigger(stop);

    expect($button.find(".button-input__spinner").length).toBe(0);
    expect(($button.find(".button-input-inner")[0] as HTMLElement).style.visibility).toBe("");
  });

  it.each([
    ["button:save:enable", true, false],
    ["button:save:disable", false, true],
    ["button:save:error", true, false],
    ["button:enable", false, false],
    ["button:disable", false, true],
  ])("%s: blue %s, disabled %s", (event, isBlue, isDisabled) => {
    const $button = show("button", { text: "Go" }).find("button").trigger(event);

    expect($button.hasClass("button-input_blue")).toBe(isBlue);
    expect($button.hasClass("button-input-disabled")).toBe(isDisabled);
  });

  it("button:saved shows a text for a while and calls back", () => {
    vi.useFakeTimers();
    const after = vi.fn();
    const $button = show("button", { text: "Save" })
      .find("button")
      .trigger("button:saved", [after, "Saved"] as never);
    expect($button.text()).toBe("Saved");

    vi.runAllTimers();

    expect($button.text()).toBe("Save");
    expect(after).toHaveBeenCalledTimes(1);
  });
});

describe("pipeline_select", () => {
  const items = [
    {
      id: 7,
      name: "Sales",
      statuses: [
        { id: 1, name: "New", color: "#fff" },
        { id: 2, name: "Won", color: "#ccc" },
      ],
    },
  ];

  it.each([
    [true, "New, Won"],
    [undefined, "Won"],
  ])("ticks stages, several where multiple is %s", (multiple, title) => {
    const $form = show("pipeline_select/index", { id: "p", items, has_pipelines: true, multiple });
    click(".pipeline-select__button");
    expect($form.find(".pipeline-select__dropdown").css("display")).not.toBe("none");

    click("#p_7_1");
    click("#p_7_2");

    expect($form.find(".control--select--button-inner").text()).toBe(title);
    expect($form.find(".pipeline-select__dropdown__item__label.is-checked").length).toBe(multiple ? 2 : 1);
    click("body");
    expect($form.find(".pipeline-select__dropdown").css("display")).toBe("none");
  });
});

describe("plain controls", () => {
  it.each([
    [
      "input",
      { name: "i", value: '"<', max_length: 5, style: { width: "10px" } },
      /^<input name="i" class=" text-input" type="text" value="&quot;&lt;" placeholder="" maxlength="5" style="width: 10px;" autocomplete="off"/,
    ],
    ["input", { name: "i", styled_input: true, class_name: "own" }, /class="own"/],
    ["textarea", { name: "t", value: "</textarea>" }, /&lt;\/textarea&gt;<\/textarea>$/],
    ["file", { name: "f", class: "c", text: "Choose" }, /^<input type="file" name="f" class="c">Choose$/],
    [
      "multiselect",
      {
        name: "m",
        values: [
          { id: 1, value: "A" },
          { id: 2, value: "B" },
        ],
        selected: [2],
      },
      /<option value="1">A<\/option><option value="2" selected="selected">B/,
    ],
    ["cancel_button", {}, /<span>Cancel<\/span><\/button>$/],
    [
      "checkboxes_dropdown/index",
      { items: [] },
      /^<div class="checkboxes_dropdown js-control-checkboxes_dropdown/,
    ],
    ["delete_button", { text: "Remove" }, /icon-delete-trash"><\/span>Remove<\/span>$/],
  ])("%s with %j", (name, params, expected) => {
    const template = crm.host.libraries.Twig.twig({ ref: `/tmpl/controls/${name}.twig` });

    expect(String(template?.render(params as never))).toMatch(expected);
  });

  it("is text for jQuery, and escapes inside an author's template too", () => {
    const { Twig } = crm.host.libraries;
    const html = Twig.twig({
      data: "{% include '/tmpl/controls/input.twig' with {value: '<'} %}",
      allowInlineIncludes: true,
    })?.render({});

    expect(typeof Twig.twig({ ref: "/tmpl/controls/input.twig" })?.render({})).toBe("string");
    expect(html).toContain('value="&lt;"');
  });
});
