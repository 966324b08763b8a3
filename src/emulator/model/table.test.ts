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

  it("computes what it remembers once, and anew after each change of a row", () => {
    const table = createTable<Row>([{ id: 1, groups: [] }], options);
    let computed = 0;
    const count = () =>
      table.remember("size", () => {
        computed += 1;
        return table.size;
      });

    expect([count(), count(), computed]).toEqual([1, 1, 1]);
    table.put({ id: 2, groups: [] });
    expect([count(), count(), computed]).toEqual([2, 2, 2]);
    table.remove(7);
    expect([count(), computed]).toEqual([2, 2]);
    table.remove(1);
    expect([count(), computed]).toEqual([1, 3]);
  });

  it("remembers no more than a few answers, however many are asked for", () => {
    const table = createTable<Row>([], options);
    let computed = 0;
    const ask = (key: string) => table.remember(key, () => (computed += 1));
    for (let number = 0; number < 1000; number++) ask(`filter ${number}`);
    const before = computed;

    ask("filter 999");
    ask("filter 0");

    expect(computed - before).toBe(1);
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
