import { queries, waitFor, within, type BoundFunction } from "@testing-library/preact";

export type BoundQueries = { readonly [Q in keyof typeof queries]: BoundFunction<(typeof queries)[Q]> };

type Ask = (...args: readonly unknown[]) => unknown;

/** The queries of @testing-library over an element that is looked up at each use, because areas come and go. */
export function bindQueries(find: () => HTMLElement): BoundQueries {
  const ask = (name: string, args: readonly unknown[]) =>
    (within(find()) as unknown as Record<string, Ask>)[name]?.(...args);
  const bound = Object.keys(queries).map((name): [string, Ask] => {
    if (!name.startsWith("find")) return [name, (...args) => ask(name, args)];
    const getName = name.replace("find", "get");
    return [
      name,
      (what, options, waiting) => waitFor(() => ask(getName, [what, options]), waiting as object),
    ];
  });
  return Object.fromEntries(bound) as BoundQueries;
}
