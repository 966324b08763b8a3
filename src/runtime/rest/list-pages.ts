import type { Send, SendOptions } from "./create-send";
import type { Query } from "./encode-query";

/** One page of a collection. (Kommo: HAL) */
interface Page<T> {
  readonly _embedded?: Readonly<Record<string, readonly T[]>>;
  readonly _links?: { readonly next?: unknown };
}

/** The items of a collection, page after page as they are asked for; none where the CRM answers 204. */
export async function* listPages<T>(
  send: Send,
  path: string,
  query: Query = {},
  options: Pick<SendOptions, "signal"> = {},
): AsyncGenerator<T, void, undefined> {
  for (let page = 1; ; page++) {
    const answer = await send<Page<T>>("GET", path, { ...options, query: { limit: 250, ...query, page } });
    const [items = []] = Object.values(answer?._embedded ?? {});
    yield* items;
    if (!answer?._links?.next) return;
  }
}

/**
 * Everything that an iteration gives.
 *
 * @example
 * const leads = await collect(rest.leads.list({ query: "Smith" }));
 */
export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
