import { describe, expect, it } from "vitest";
import { createModel } from "../model/create-model";
import { createAccount } from "../model/seed/create-account";
import { readWidget } from "../model/read-widget";
import { noFaults } from "../rest/faults";
import { createPageData, listDefaultAreas } from "./create-page-data";

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const widget = readWidget({
  code: "mine",
  files: new Map([
    [
      "manifest.json",
      encode({
        left_menu: { stats: { submenu: {} }, reports: { title: "t", submenu: { day: { title: "d" } } } },
      }),
    ],
    ...["de", "en", "es", "fr"].map((locale) => [`i18n/${locale}.json`, encode({ a: locale })] as const),
  ]),
});
const account = createAccount();
const model = createModel({ ...account, tables: { ...account.tables, widgets: [widget] } });
const state = {
  widget: "mine",
  faults: noFaults,
  problems: [],
  holds: [],
  revision: 1,
  event: 0,
};
const read = (url: string) => createPageData(model, url, state, 1000);
const lead = account.tables.leads[0]!;

describe("the data of a page", () => {
  it.each(listDefaultAreas(model))("of $area can be made a model of", ({ url }) => {
    const data = read(url)!;
    const page = createModel(JSON.parse(JSON.stringify(data.snapshot)));

    expect(page.tables.users.size).toBe(5);
    expect(page.tables.statuses.size).toBe(account.tables.statuses.length);
    for (const id of data.list?.ids ?? []) expect(page.tables[data.list!.table].get(id)).toBeDefined();
    for (const { ids } of data.board ?? [])
      for (const id of ids) expect(page.tables.leads.get(id)).toBeDefined();
  });

  it.each([
    ["with the right to the mail, the whole mailbox", true, account.tables.letters.length],
    ["without it, no letter", false, 0],
  ])("of the mail holds, for a user %s", (_whose, mail, count) => {
    const users = account.tables.users.map((row) => ({
      ...row,
      is_admin: false,
      rights: { ...row.rights, mail_access: mail },
    }));
    const seen = createModel({ ...account, tables: { ...account.tables, users } });

    const { tables } = createPageData(seen, "/mail/", state, 1000)!.snapshot;

    expect(tables.letters).toHaveLength(count);
    for (const letter of tables.letters) {
      expect(tables.contacts.some(({ id }) => id === letter.contact_id)).toBe(true);
    }
  });

  it("of the calendar holds the tasks whose time is nearest where there are too many", () => {
    const [task] = account.tables.tasks.filter((row) => !row.is_completed);
    const now = model.now();
    // Every hour has a task, for three weeks before the present and three weeks after it.
    const tasks = Array.from({ length: 1008 }, (_one, index) => ({
      ...task!,
      id: index + 1,
      complete_till: now + (index - 504) * 3600,
    }));
    const busy = createModel({ ...account, tables: { ...account.tables, tasks } });

    const shown = createPageData(busy, "/todo/calendar/", state, 1000)!.snapshot.tables.tasks;

    expect(shown).toHaveLength(500);
    expect(Math.max(...shown.map((row) => Math.abs(row.complete_till - now)))).toBe(250 * 3600);
  });

  it("of the chats holds every conversation with its last message, and the open one whole", () => {
    const { route, list, snapshot } = read("/chats/3101/")!;
    const { talks, chat_messages: messages } = snapshot.tables;
    const all = [...model.tables.chat_messages.all()];

    expect(route.id).toBe(3101);
    expect(list?.ids).toEqual(talks.map(({ id }) => id));
    expect(list?.total).toBe(model.tables.talks.size);
    for (const { id } of talks) {
      const own = all.filter(({ talk_id }) => talk_id === id);
      const sent = messages.filter(({ talk_id }) => talk_id === id).map((message) => message.id);
      expect(sent.sort()).toEqual((id === 3101 ? own : own.slice(-1)).map((message) => message.id).sort());
    }
  });

  it("of the chats has those of visible clients only", () => {
    const user = { ...model.tables.users.get(model.account.current_user_id)! };
    const sight = { ...user.rights, contacts: { ...user.rights.contacts, view: "D" as const } };
    const tables = {
      ...account.tables,
      users: account.tables.users.map((row) =>
        row.id === user.id ? { ...row, is_admin: false, rights: sight } : row,
      ),
    };
    const blind = createModel({ ...account, tables });

    const data = createPageData(blind, "/chats/3101/", state, 1000)!;

    expect([data.route.id, data.list?.total, data.snapshot.tables.talks]).toEqual([null, 0, []]);
  });

  it("of a card holds all that hangs on it and on what it is linked with", () => {
    const { tables } = read(`/leads/detail/${lead.id}`)!.snapshot;
    const linked = model.linksOf("leads", lead.id);

    expect(tables.leads).toEqual([lead, ...tables.leads.slice(1)]);
    for (const link of linked) {
      expect(model.tables[link.to_type].get(link.to_id)).toEqual(
        tables[link.to_type].find((row) => row.id === link.to_id),
      );
    }
    expect(tables.tasks.filter((task) => task.entity_id === lead.id)).toEqual(
      model.tasksOf("leads", lead.id),
    );
    expect(tables.notes.filter((note) => note.entity_id === lead.id)).toEqual(
      model.notesOf("leads", lead.id),
    );
    expect(tables.chat_messages.length).toBeGreaterThan(0);
    expect(tables.leads.length).toBeLessThan(10);
  });

  it("of a list holds the main contact and company of each row", () => {
    const { list, snapshot } = read("/leads/list/?limit=20")!;
    const contacts = new Set(snapshot.tables.contacts.map((row) => row.id));

    expect(list?.ids).toHaveLength(20);
    for (const id of list?.ids ?? []) {
      for (const link of model.linksOf("leads", id))
        if (link.to_type === "contacts") expect(contacts).toContain(link.to_id);
    }
  });

  it.each([
    ["/leads/list/?page=2&limit=20", { page: 2, limit: 20, pages: 3, total: 48 }],
    ["/leads/list/?page=99&limit=20", { page: 3, limit: 20, pages: 3 }],
    ["/leads/list/?limit=9999", { limit: 250, pages: 1 }],
    ["/leads/list/?page=x&limit=-1", { page: 1, limit: 50 }],
    ["/leads/list/?query=no-such-lead", { page: 1, pages: 1, total: 0, ids: [] }],
    [
      "/todo/list/",
      { table: "tasks", total: account.tables.tasks.filter((task) => !task.is_completed).length },
    ],
    [
      "/todo/list/?filter[is_completed]=1",
      { total: account.tables.tasks.filter((task) => task.is_completed).length },
    ],
    ["/catalogs/8101/?query=table", { table: "catalog_elements", total: 1 }],
    ["/contacts/list/companies/", { table: "companies", total: 16 }],
  ])("pages %s", (url, expected) => {
    expect(read(url)?.list).toMatchObject(expected);
  });

  it("counts a kanban's columns over the whole pipeline", () => {
    const { board, route } = read("/leads/pipeline/")!;
    const leads = account.tables.leads.filter((row) => row.pipeline_id === route.id);

    expect(board?.map((column) => column.status_id)).toEqual(
      account.tables.statuses.filter((status) => status.pipeline_id === route.id).map((status) => status.id),
    );
    expect(board?.reduce((sum, column) => sum + column.count, 0)).toBe(leads.length);
    expect(board?.reduce((sum, column) => sum + column.money, 0)).toBe(
      leads.reduce((sum, row) => sum + row.price, 0),
    );
  });

  it("shows as many cards of a column as the address asks for", () => {
    const { board } = read("/leads/pipeline/?shown[142]=2")!;
    const { periods, snapshot } = read("/customers/pipeline/?shown[later]=1")!;
    const won = board?.find((column) => column.status_id === 142);
    const later = periods?.find(({ period }) => period === "later");

    expect([won?.ids.length, won?.count]).toEqual([2, won!.count]);
    expect(won!.count).toBeGreaterThan(2);
    expect(later?.ids).toHaveLength(1);
    expect(later!.count).toBeGreaterThan(1);
    expect(periods?.reduce((sum, { count }) => sum + count, 0)).toBe(account.tables.customers.length);
    expect(snapshot.tables.customers.length).toBe(periods?.reduce((sum, { ids }) => sum + ids.length, 0));
  });

  it("sums the account up for the dashboard", () => {
    const { summary } = read("/dashboard/")!;
    const open = account.tables.tasks.filter((task) => !task.is_completed);
    const won = account.tables.leads.filter((row) => row.status_id === 142);

    expect(summary).toMatchObject({
      won: { count: won.length, money: won.reduce((sum, row) => sum + row.price, 0) },
      tasks: { open: open.length, overdue: open.filter((task) => task.complete_till < account.now).length },
    });
    expect(summary!.tasks.today).toBeGreaterThan(0);
    expect(summary!.people.reduce((sum, person) => sum + person.count, 0)).toBe(won.length);
    expect(read("/leads/list/")?.summary).toBeNull();
  });

  it.each([
    ["/leads/detail/1", null],
    ["/catalogs/1/", null],
    ["/leads/pipeline/1/", null],
    ["/leads/detail/add", "/leads/detail/add"],
    ["/widget_page/?x=1", "/widget_page/mine/reports/day/?x=1"],
    ["/widget_page/mine/reports/", "/widget_page/mine/reports/"],
    ["/settings/advanced/", "/settings/advanced/mine/"],
    ["/anything?x=1", "/anything?x=1"],
  ])("%s stands at %s", (url, address) => {
    expect(read(url)?.url ?? null).toBe(address);
  });

  it("has only the texts that the page may show", () => {
    expect(Object.keys(read("/dashboard/")!.snapshot.tables.widgets[0]!.texts)).toEqual(["de", "en"]);
  });

  it("shows a user what the user may see", () => {
    const user = account.tables.users[1]!;
    const rights = { ...user.rights, leads: { ...user.rights.leads, view: "M" as const } };
    const narrow = createModel({
      ...account,
      account: { ...account.account, current_user_id: user.id },
      tables: {
        ...account.tables,
        users: account.tables.users.map((row) => (row.id === user.id ? { ...row, rights } : row)),
      },
    });
    const data = createPageData(narrow, "/leads/list/", state, 0);

    expect(data?.list?.total).toBe(
      account.tables.leads.filter((row) => row.responsible_user_id === user.id).length,
    );
  });

  it.each([
    "/leads/list/",
    "/leads/list/?query=a",
    "/leads/list/?filter[closest_task_at][from]=1",
    "/leads/list/?order[price]=desc",
    "/leads/pipeline/",
    "/leads/pipeline/?shown[61300002]=1",
    "/customers/pipeline/",
    "/dashboard/",
  ])("at %s is what a fresh look at the account would give, whatever has changed since the last", (url) => {
    const changing = createModel({ ...account, tables: { ...account.tables, widgets: [widget] } });
    const { leads, customers, links, tasks, users } = account.tables;
    const user = users.find((row) => row.id === account.account.current_user_id)!;
    const leadRights = { ...user.rights.leads, view: "M" as const };
    const changes = [
      { table: "leads", id: lead.id, row: { ...lead, status_id: 142, price: 7, name: "aaa" } },
      { table: "leads", id: leads[1]!.id, row: null },
      { table: "customers", id: customers[0]!.id, row: { ...customers[0]!, next_price: 1, next_date: 0 } },
      { table: "tasks", id: tasks[0]!.id, row: null },
      { table: "links", id: links[0]!.id, row: null },
      {
        table: "users",
        id: user.id,
        row: { ...user, is_admin: false, rights: { ...user.rights, leads: leadRights } },
      },
    ] as const;

    for (const change of changes) {
      const before = JSON.stringify(createPageData(changing, url, state, 1000));
      expect(JSON.stringify(createPageData(changing, url, state, 1000))).toBe(before);
      changing.apply([change]);
      const fresh = createModel(changing.snapshot());

      const parts = [changing, fresh].map((one) => {
        const { list, board, periods, summary } = createPageData(one, url, state, 1000)!;
        return { list, board, periods, summary };
      });
      expect(parts[0]).toEqual(parts[1]);
    }
  });
});
