import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestPages, type TestPages } from "../fixtures/create-test-pages";

let pages: TestPages;
const noted = (name: string) => (_self: unknown, log: string[]) => ({
  leads: { selected: () => log.push(name) },
  contacts: { selected: () => log.push(name) },
  customers: { selected: () => log.push(name) },
  todo: { selected: () => log.push(name) },
});

beforeEach(async () => {
  pages = createTestPages({ leads: 120, callbacks: noted("chosen") });
  await pages.start();
  await pages.goTo("/leads/list/");
});
afterEach(() => pages.dispose());

const find = <E extends Element = HTMLElement>(selector: string) => {
  const element = document.querySelector<E>(selector);
  if (element === null) throw new Error(`The page has no ${selector}.`);
  return element;
};
const rows = () => [...document.querySelectorAll<HTMLElement>("#list_table .js-list-row")];
const tick = async (index: number) => {
  rows()[index]?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
  await pages.crm.settle();
};

describe("a list", () => {
  it.each([
    "#page_holder .list__body-right__top .list__body-right__top__buttons",
    ".content__top__preset",
    "#list_page_holder.list.list-leads .list__body #list__body-right #list_holder .list__table__holder #list_table",
    ".list-row-head.js-list-row-head .list-row__cell-head.js-cell-head.js-resizable-cell",
    ".js-list-row[id^=list_item_][data-id] .js-list-row__cell",
    ".list-row__cell-id .control-checkbox input",
    ".list-top-search",
    ".js-pagination-link",
  ])("has %s, which widgets look for", (selector) => {
    expect(document.querySelector(selector)).not.toBeNull();
  });

  it("shows a page of 50 rows, and the next one behind a link", async () => {
    expect(rows()).toHaveLength(50);
    const first = rows()[0]?.dataset.id;

    await pages.goTo("/leads/list/?page=2");

    expect(rows()).toHaveLength(50);
    expect(rows()[0]?.dataset.id).not.toBe(first);
    expect(find(".pagination__range").textContent).toBe("51–100 of 120");
  });

  it("finds by name, and says so where nothing is found", async () => {
    await pages.goTo("/leads/list/?query=nothing-like-this");

    expect(find("#list_holder").textContent).toContain("Nothing was found");
  });

  it("filters by who is responsible", async () => {
    const user = pages.model.account.current_user_id;

    await pages.goTo(`/leads/list/?filter[responsible_user_id][]=${user}`);

    const owners = rows().map(
      (row) => pages.model.tables.leads.get(Number(row.dataset.id))?.responsible_user_id,
    );
    expect(new Set(owners)).toEqual(new Set([user]));
  });

  it("tells the host what is ticked", async () => {
    await tick(0);
    await tick(3);

    const ticked = pages.crm.host.list?.models.filter((row) => row.get("is_checked") === true);
    expect(ticked?.map(({ id }) => id)).toEqual([rows()[0], rows()[3]].map((row) => Number(row?.dataset.id)));
    expect(find(".list-multiple-actions__count").textContent).toBe("2 selected");
  });

  it("ticks and unticks all", async () => {
    find<HTMLInputElement>("#list_all_checker").click();
    await pages.crm.settle();
    expect(document.querySelectorAll(".list-row_selected")).toHaveLength(50);

    find<HTMLInputElement>("#list_all_checker").click();
    await pages.crm.settle();

    expect(document.querySelector(".list-row_selected")).toBeNull();
  });

  it("hears a tick that a widget triggers with jQuery", async () => {
    const box = rows()[1]?.querySelector<HTMLInputElement>("input") ?? null;

    pages
      .$(box ?? [])
      .prop("checked", true)
      .trigger("change");
    await pages.crm.settle();

    expect(rows()[1]?.className).toContain("list-row_selected");
  });

  it.each([
    ["/leads/list/", "chosen"],
    ["/contacts/list/", "chosen"],
    ["/customers/list/", "chosen"],
    ["/todo/list/", "chosen"],
  ])("offers the widget's entry under More at %s", async (url, entry) => {
    await pages.goTo(url);
    await tick(0);
    find<HTMLButtonElement>(".js-list-more-actions").click();
    await pages.crm.settle();

    find<HTMLButtonElement>(".js-widget-action_sample button").click();
    await pages.crm.settle();

    expect(find(".js-widget-action_sample").textContent).toBe("Sample");
    expect(pages.log).toContain(entry);
  });

  it("deletes what is ticked after a question", async () => {
    const id = Number(rows()[0]?.dataset.id);
    await tick(0);
    [...document.querySelectorAll<HTMLButtonElement>(".list-multiple-actions__item")].at(3)?.click();
    await pages.crm.settle();

    find<HTMLButtonElement>(".modal .js-modal-accept").click();
    await pages.crm.settle();

    expect(pages.model.tables.leads.get(id)?.is_deleted).toBe(true);
    expect(rows().some((row) => row.dataset.id === String(id))).toBe(false);
  });
});
