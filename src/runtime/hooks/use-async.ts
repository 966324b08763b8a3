import { useEffect, useMemo, useState } from "preact/hooks";

/** What is known of something that is loaded. */
export interface Async<T> {
  readonly loading: boolean;
  /** What was loaded last; it stays while something newer is loaded, and when that fails. */
  readonly data: T | undefined;
  /** Why the last try failed; undefined while it is loading and where it has worked. */
  readonly error: unknown;
  retry(): void;
}

/**
 * Loads something for a view, again whenever one of `inputs` changes. What is under way then, or when the view goes,
 * is aborted by its signal, and what it gives all the same is dropped.
 *
 * @example
 * const leads = useAsync((signal) => collect(rest.leads.list({ query: name }, { signal })), [name]);
 * if (leads.loading) return <p>…</p>;
 */
export function useAsync<T>(
  load: (signal: AbortSignal) => T | Promise<T>,
  inputs: readonly unknown[],
): Async<T> {
  const [tries, setTries] = useState(0);
  const current = useMemo(() => ({}), [...inputs, tries]);
  const [last, setLast] = useState<{ of?: object; data?: T; error?: unknown }>({});

  useEffect(() => {
    const end = new AbortController();
    const { signal } = end;
    const settle = (result: { data: T } | { error: unknown }) => {
      if (!signal.aborted) setLast(({ data }) => ({ data, ...result, of: current }) as typeof last);
    };
    new Promise<T>((resolve) => resolve(load(signal))).then(
      (data) => settle({ data }),
      (error: unknown) => settle({ error }),
    );
    return () => end.abort();
  }, [current]);

  const loading = last.of !== current;
  return {
    loading,
    data: last.data,
    error: loading ? undefined : last.error,
    retry: () => setTries((count) => count + 1),
  };
}
