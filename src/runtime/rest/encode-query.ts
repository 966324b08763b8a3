/** A value of a query: lists and objects become what the CRM expects, `filter[id][]=1`, `filter[created_at][from]=2`. */
export type QueryValue =
  | string
  | number
  | boolean
  | undefined
  | readonly QueryValue[]
  | { readonly [key: string]: QueryValue };

export type Query = Readonly<Record<string, QueryValue>>;

/**
 * The query of an address as the CRM reads it; what is undefined is left out, true is 1. (Kommo: Filtering)
 *
 * @example
 * encodeQuery({ filter: { id: [1, 2] }, with: "contacts" }) // "filter[id][]=1&filter[id][]=2&with=contacts", encoded
 */
export function encodeQuery(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => encodeValue(key, value));
  return new URLSearchParams(pairs).toString();
}

function encodeValue(key: string, value: QueryValue): string[][] {
  if (value === undefined) return [];
  if (typeof value !== "object")
    return [[key, typeof value === "boolean" ? String(Number(value)) : String(value)]];
  if (Array.isArray(value)) {
    return (value as readonly QueryValue[]).flatMap((item, index) =>
      encodeValue(typeof item === "object" ? `${key}[${index}]` : `${key}[]`, item),
    );
  }
  return Object.entries(value).flatMap(([name, item]) => encodeValue(`${key}[${name}]`, item));
}
