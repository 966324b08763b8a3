import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTable } from "./table";

interface Row {
  readonly id: number;
  readonly groups: readonly string[];
}

const options = { keyOf: (row: Row) => row.id, indexes: { group: (row: Row) => row.groups } };

describe("a table", () => {
  it("gives rows by key, in the order in which they came", () => {
    const table = createTable<Row>([{ id: 2, groups: [] }], options);
    table.put({ id: 1, groups: [] });
    table.put({ id: 2, groups: ["a"] });

    expect([...table.all()].map((row) => row.id)).toEqual([2, 1]);
    expect(table.get(2)?.groups).toEqual(["a"]);
    expect(table.size).toBe(2);
  });

  it("gives back the row that it replaced or removed", () => {
    const table = createTable<Row>([], options);

    expect(table.put({ id: 1, groups: ["a"] })).toBeUndefined();
    expect(table.put({ id: 1, groups: ["b"] })?.groups).toEqual(["a"]);
    expect(table.remove(1)?.groups).toEqual(["b"]);
    expect(table.remove(1)).toBeUndefined();
  });

  it("says so when it is asked for an index that it has not", () => {
    expect(() => createTable<Row>([{ id: 1, groups: [] }], options).find("colour", "red")).toThrow(
      'The table has no index "colour".',
    );
  });

  it("keeps an index right whatever is done to the rows", () => {
    const row = fc.record({
      id: fc.integer({ min: 0, max: 6 }),
      groups: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
    });
    const act = fc.oneof(
      row.map((value) => ({ put: value })),
      fc.integer({ min: 0, max: 6 }).map((id) => ({ remove: id })),
    );

    fc.assert(
      fc.property(fc.array(row), fc.array(act), (start, acts) => {
        const table = createTable<Row>(start, options);
        table.find("group", "a");
        for (const one of acts) {
          if ("put" in one) table.put(one.put);
          else table.remove(one.remove);
        }

        for (const group of ["a", "b", "c"]) {
          const byIndex = table.find("group", group).map((entry) => entry.id);
          const byScan = table.filter((entry) => entry.groups.includes(group)).map((entry) => entry.id);
          expect(byIndex.toSorted()).toEqual(byScan.toSorted());
        }
      }),
    );
  });
});
