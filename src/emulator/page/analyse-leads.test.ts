import { describe, expect, it } from "vitest";
import { createModel } from "../model/create-model";
import { createAccount, defaultNow } from "../model/seed/create-account";
import { noFaults } from "../rest/faults";
import { createPageData } from "./create-page-data";

const state = { widget: "mine", faults: noFaults, problems: [], revision: 1, event: 0, holds: [] };
const day = 86_400;
const [main, other] = [7_201_001, 7_201_061];

/** Four leads of the main pipeline and one of another, each so many days old. */
function analyse(query: string) {
  const account = createAccount();
  const template = account.tables.leads[0]!;
  const [olivia, marcus] = account.tables.users.map(({ id }) => id) as [number, number];
  const open = account.tables.statuses.find((row) => row.pipeline_id === main && row.type === 0)!.id;
  const rows: [pipeline: number, status: number, days: number, price: number, user: number][] = [
    [main, open, 1, 100, olivia],
    [main, 142, 3, 250, marcus],
    [main, 143, 20, 50, marcus],
    [main, 142, 200, 1000, olivia],
    [other, 142, 2, 9, olivia],
  ];
  const leads = rows.map(([pipeline_id, status_id, days, price, responsible_user_id], index) => ({
    ...template,
    id: index + 1,
    pipeline_id,
    status_id,
    price,
    responsible_user_id,
    created_at: defaultNow - days * day,
  }));
  const model = createModel({ ...account, tables: { ...account.tables, leads } });
  const analytics = createPageData(model, `/stats/?${query}`, state, 1000)?.analytics;
  return {
    analytics,
    names: new Map([
      [olivia, "Olivia"],
      [marcus, "Marcus"],
    ]),
    open,
  };
}

describe("the analytics of a pipeline", () => {
  it.each([
    ["period=week", main, { count: 2, money: 350 }],
    ["period=month", main, { count: 3, money: 400 }],
    ["", main, { count: 3, money: 400 }],
    ["period=all", main, { count: 4, money: 1400 }],
    [`pipeline=${other}&period=all`, other, { count: 1, money: 9 }],
    ["pipeline=5&period=constructor", main, { count: 3, money: 400 }],
  ])("counts the leads that came in its period: ?%s", (query, pipeline, all) => {
    expect(analyse(query).analytics).toMatchObject({ pipeline_id: pipeline, all });
  });

  it("tells where they stand now, and what each manager won and lost, the most won first", () => {
    const { analytics, names, open } = analyse("period=month");

    expect(analytics?.stages.filter(({ count }) => count > 0)).toEqual([
      { status_id: open, count: 1, money: 100 },
      { status_id: 142, count: 1, money: 250 },
      { status_id: 143, count: 1, money: 50 },
    ]);
    expect(
      analytics?.people.map(({ user_id, all, won, lost }) => [
        names.get(user_id),
        all.count,
        won,
        lost.count,
      ]),
    ).toEqual([
      ["Marcus", 2, { count: 1, money: 250 }, 1],
      ["Olivia", 1, { count: 0, money: 0 }, 0],
    ]);
  });
});
