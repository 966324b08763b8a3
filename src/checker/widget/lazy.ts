/** Computes once, at the first call. */
export function lazy<T>(compute: () => T): () => T {
  let result: { value: T } | undefined;
  return () => (result ??= { value: compute() }).value;
}

/** Computes once for each key. */
export function lazyBy<K, T>(compute: (key: K) => T): (key: K) => T {
  const results = new Map<K, T>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined || results.has(key)) return known as T;
    const value = compute(key);
    results.set(key, value);
    return value;
  };
}

/** Computes once for each function that reads the subject. */
export function memoize<S>(subject: () => S): <T>(read: (subject: S) => T) => T {
  const results = new Map<unknown, unknown>();
  return <T>(read: (subject: S) => T) => {
    if (!results.has(read)) results.set(read, read(subject()));
    return results.get(read) as T;
  };
}
