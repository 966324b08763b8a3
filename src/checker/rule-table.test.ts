import { describe, expect, it } from "vitest";
import { cases } from "./cases";
import { rules } from "./rules";

/** The last row of each chapter of the checklist: KM101 to KM113, KM201 to KM219, and so on. */
const lastRows = [113, 219, 322, 411, 510, 616, 713, 811, 906, 1004, 1107, 1208];
const rows = lastRows.flatMap((last) =>
  Array.from({ length: last % 100 }, (_, index) => `KM${last - (last % 100) + 1 + index}`),
);
const idsWhere = (test: (rule: (typeof rules)[number]) => boolean) => rules.filter(test).map(({ id }) => id);

describe("the table of rules", () => {
  it("has every row of the checklist and nothing besides", () => {
    expect(rows).toHaveLength(140);
    expect(rules.map(({ id }) => id)).toEqual(rows);
  });

  it("has cases for its own rules only, and a good, a near and a bad one wherever something is checked", () => {
    const checked = idsWhere(({ check, inPage }) => check !== undefined || inPage !== undefined);

    expect(checked.length).toBeGreaterThan(120);
    expect(Object.keys(cases).filter((id) => !rows.includes(id))).toEqual([]);
    for (const kind of ["good", "near", "bad"] as const)
      expect(checked.filter((id) => Object.keys(cases[id]?.[kind] ?? {}).length === 0)).toEqual([]);
  });

  it("expects something of every bad case", () => {
    const empty = Object.entries(cases).flatMap(([id, { bad }]) =>
      Object.entries(bad).flatMap(([name, { finds }]) => (finds.length === 0 ? [`${id} ${name}`] : [])),
    );

    expect(empty).toEqual([]);
  });

  it("leaves no rule without either something that it checks or something that a person signs", () => {
    expect(
      idsWhere(
        ({ check, inPage, statement }) =>
          check === undefined && inPage === undefined && statement === undefined,
      ),
    ).toEqual([]);
  });

  it("asks a person for what the checklist names", () => {
    expect(idsWhere(({ statement }) => statement !== undefined)).toEqual(
      (
        "KM111 KM307 KM315 KM317 KM318 KM320 KM322 KM408 KM410 KM411 KM510 KM711 KM801 KM802 KM805 KM806 KM807 KM906 " +
        "KM1001 KM1101 KM1102 KM1103 KM1104 KM1105 KM1106 KM1107 KM1201 KM1202 KM1203 KM1204 KM1205 KM1206 KM1207 KM1208"
      ).split(" "),
    );
  });

  it("asks a private integration only for what it can break alone", () => {
    expect(
      idsWhere(({ statement, profiles }) => statement !== undefined && profiles.includes("private")),
    ).toEqual(["KM802", "KM1102", "KM1103", "KM1104", "KM1105", "KM1107"]);
  });

  it("keeps the brands apart where the vendors do", () => {
    expect(idsWhere(({ brands }) => brands.join() === "kommo")).toEqual([
      "KM219",
      "KM310",
      "KM311",
      "KM313",
      "KM314",
      "KM407",
      "KM409",
      "KM509",
      "KM510",
      "KM803",
    ]);
    expect(idsWhere(({ brands }) => brands.join() === "amocrm")).toEqual(["KM809", "KM905", "KM1207"]);
  });
});
