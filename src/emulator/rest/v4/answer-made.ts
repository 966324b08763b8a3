import type { Call } from "../call";
import { hal, type RestResponse } from "../message";
import { selfLink } from "../paging";
import { readRequestId, type Item } from "./validate";

/** The answer to a batch that was taken: each row with the `request_id` of the item that it was made from. */
export function answerMade<Row>(
  call: Call,
  name: string,
  items: readonly Item[],
  rows: readonly Row[],
  present: (call: Call, row: Row) => object,
): RestResponse {
  return hal({
    _total_items: rows.length,
    _links: { self: selfLink(call, call.path) },
    _embedded: {
      [name]: rows.map((row, index) => ({
        ...present(call, row),
        request_id: readRequestId(items[index] ?? {}, index),
      })),
    },
  });
}
