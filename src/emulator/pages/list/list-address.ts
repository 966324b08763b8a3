/** What a list's address says beside its path. */
export interface ListAddress {
  readonly query: string;
  readonly page: number;
  readonly limit: number;
  readonly order: { readonly column: string; readonly direction: "asc" | "desc" } | null;
  /** `filter[…]` parameters, by their whole names. */
  readonly filter: readonly (readonly [name: string, value: string])[];
}

/** Page sizes that the list offers. */
export const limits = [20, 50, 100, 250] as const;

/**
 * Reads the address of a list.
 *
 * @example
 * readListAddress("/leads/list/?page=2&order[price]=desc").order // { column: "price", direction: "desc" }
 */
export function readListAddress(url: string): ListAddress {
  const { searchParams } = new URL(url, "http://crm.invalid");
  let order: ListAddress["order"] = null;
  const filter: [string, string][] = [];
  for (const [name, value] of searchParams) {
    const column = /^order\[(\w+)\]$/.exec(name)?.[1];
    if (column !== undefined) order = { column, direction: value === "asc" ? "asc" : "desc" };
    if (name.startsWith("filter[")) filter.push([name, value]);
  }
  return {
    query: searchParams.get("query") ?? "",
    page: Math.max(1, Number(searchParams.get("page")) || 1),
    limit: Number(searchParams.get("limit")) || 50,
    order,
    filter,
  };
}

/** Writes the address of a list; what is as by default is left out. */
export function writeListAddress(url: string, change: Partial<ListAddress>): string {
  const { pathname } = new URL(url, "http://crm.invalid");
  const next = { ...readListAddress(url), page: 1, ...change };
  const params: string[] = [];
  const add = (name: string, value: string | number) =>
    params.push(`${encodeName(name)}=${encodeURIComponent(value)}`);
  if (next.query !== "") add("query", next.query);
  for (const [name, value] of next.filter) add(name, value);
  if (next.order !== null) add(`order[${next.order.column}]`, next.order.direction);
  if (next.limit !== 50) add("limit", next.limit);
  if (next.page !== 1) add("page", next.page);
  return params.length === 0 ? pathname : `${pathname}?${params.join("&")}`;
}

function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll("%5B", "[").replaceAll("%5D", "]");
}
