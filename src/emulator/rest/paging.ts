import { encodeForm } from "../../protocol/bracket-form";
import { readText, type Call } from "./call";
import { empty, fail, hal, type RestResponse } from "./message";

/** The most that a page holds and a request may send (Kommo: Limitations). */
export const pageLimit = 250;

export interface Page {
  readonly page: number;
  readonly limit: number;
}

/** Reads `page` and `limit`; more than 250 a page ends with 422. */
export function readPage(call: Call, usual = 50): Page {
  const limit = readNumber(call, "limit", usual);
  if (limit > pageLimit) fail(422, `Limit ${pageLimit} per page`);
  return { page: readNumber(call, "page", 1), limit };
}

export interface ListOptions<Row> {
  /** Name of the collection in `_embedded`. */
  readonly name: string;
  readonly present: (row: Row) => object;
  /** Collections that tell their size: `_total_items`, `_page_count`. */
  readonly counted?: boolean;
}

/** Answers one page of the rows; no row on it gives 204. */
export function answerPage<Row>(call: Call, rows: readonly Row[], options: ListOptions<Row>): RestResponse {
  const { page, limit } = readPage(call);
  const shown = rows.slice((page - 1) * limit, page * limit);
  if (shown.length === 0) return empty();
  const pages = Math.ceil(rows.length / limit);
  return hal({
    ...(options.counted ? { _total_items: rows.length } : {}),
    _page: page,
    ...(options.counted ? { _page_count: pages } : {}),
    _links: {
      self: pageLink(call, page, limit),
      ...(page < pages ? { next: pageLink(call, page + 1, limit) } : {}),
      ...(page > 1 ? { first: pageLink(call, 1, limit), prev: pageLink(call, page - 1, limit) } : {}),
      ...(options.counted && page < pages ? { last: pageLink(call, pages, limit) } : {}),
    },
    _embedded: { [options.name]: shown.map(options.present) },
  });
}

/** Answers a collection that has no pages. */
export function answerAll<Row>(call: Call, rows: readonly Row[], options: ListOptions<Row>): RestResponse {
  return hal({
    _total_items: rows.length,
    _links: { self: selfLink(call, call.path) },
    _embedded: { [options.name]: rows.map(options.present) },
  });
}

/** `{ href }` of a path on the account. */
export function selfLink(call: Call, path: string): { readonly href: string } {
  return { href: `${call.context.origin}${path}` };
}

/** `_links` of one entity. */
export function links(call: Call, path: string): { readonly self: { readonly href: string } } {
  return { self: selfLink(call, `/api/v4/${path}`) };
}

function pageLink(call: Call, page: number, limit: number): { readonly href: string } {
  const { page: _page, limit: _limit, ...rest } = call.query;
  return selfLink(call, `${call.path}?${encodeForm({ ...rest, page, limit })}`);
}

function readNumber(call: Call, name: string, usual: number): number {
  const text = readText(call.query, name);
  if (text === undefined || text === "") return usual;
  if (!/^[1-9]\d{0,8}$/.test(text)) fail(400, `${name} must be a positive number`);
  return Number(text);
}
