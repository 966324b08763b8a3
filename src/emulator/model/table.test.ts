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
});
