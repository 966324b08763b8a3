import { describe, expect, it } from "vitest";
import { readListAddress, writeListAddress } from "./list-address";
import { nearPages } from "./pagination";

describe("the address of a list", () => {
  it("leaves out what is as by default", () => {
    expect(writeListAddress("/leads/list/?page=3", { page: 1 })).toBe("/leads/list/");
  });

  it("goes back to the first page when the rows change", () => {
    expect(writeListAddress("/leads/list/?page=3&query=oak", { limit: 100 })).toBe(
      "/leads/list/?query=oak&limit=100",
    );
  });

  it("gives back what it was made of", () => {
    const change = {
      query: "a & b",
      page: 2,
      limit: 20,
      order: { column: "price", direction: "desc" },
      filter: [["filter[statuses][0][pipeline_id]", "5"]],
    } as const;

    expect(readListAddress(writeListAddress("/leads/list/", change))).toEqual(change);
  });

  it.each(["?page=-4", "?page=x", "?limit=x"])("takes the defaults for %s", (query) => {
    expect(readListAddress(`/leads/list/${query}`)).toMatchObject({ page: 1, limit: 50 });
  });
});

describe("the pages near the open one", () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [3, 5, [1, 2, 3, 4, 5]],
    [9, 9, [1, null, 8, 9]],
  ])("of page %i of %i are %j", (page, pages, near) => {
    expect(nearPages(page, pages)).toEqual(near);
  });
});
