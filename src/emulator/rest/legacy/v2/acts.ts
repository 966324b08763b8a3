import { readJson, readText, type Call } from "../../call";
import { fail, hal, type RestResponse } from "../../message";
import { isItem, type Item } from "../../v4/validate";

export function readActs(call: Call): { readonly add: readonly Item[]; readonly update: readonly Item[] } {
  const body = readJson(call);
  const part = isItem(body) ? body : {};
  const add = toList(part["add"]).filter(isItem);
  const update = toList(part["update"]).filter(isItem);
  if (add.length + update.length === 0) fail(400, "add or update is required");
  if (add.length + update.length > 500) fail(400, "A request may hold 500 items at most");
  return { add, update };
}

export function answerItems(
  path: string,
  saved: readonly {
    readonly item: Item;
    readonly row: { readonly id: number; readonly updated_at: number };
  }[],
): RestResponse {
  return hal({
    _links: selfLink(path),
    _embedded: {
      items: saved.map(({ item, row }, index) => ({
        id: row.id,
        ...(item["id"] === undefined ? {} : { updated_at: row.updated_at }),
        request_id: typeof item["request_id"] === "number" ? item["request_id"] : index,
        _links: selfLink(`${path}?id=${row.id}`),
      })),
    },
  });
}

/** `limit_rows` 500 at most. */
export function cutRows<Row>(call: Call, rows: readonly Row[]): Row[] {
  const read = (name: string, usual: number) => {
    const text = readText(call.query, name) ?? "";
    return /^\d{1,9}$/.test(text) ? Number(text) : usual;
  };
  const limit = Math.min(read("limit_rows", 250), 500);
  const offset = read("limit_offset", 0);
  return rows.slice(offset, offset + limit);
}

export function toList(value: unknown): unknown[] {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value)) return value as unknown[];
  return isItem(value) && !("id" in value) && !("name" in value) ? Object.values(value) : [value];
}

export function keyById<Row extends { readonly id: number }>(rows: readonly Row[]): Record<string, Row> {
  return Object.fromEntries(rows.map((row) => [row.id, row]));
}

export function selfLink(href: string): object {
  return { self: { href, method: "get" } };
}
