import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { propertyRuns } from "../../../test/property-runs";
import { createTable } from "./table";

interface Row {
  readonly id: number;
  readonly groups: readonly string[];
}

const options = { keyOf: (row: Row) => row.id, indexes: { group: (row: Row) => row.groups } };

describe("a table", () => {
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
      propertyRuns,
    );
  });
});
