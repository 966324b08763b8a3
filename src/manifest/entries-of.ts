/** The entries of a table that an author wrote; `undefined` stands for an entry that is not there. */
export function entriesOf<T>(table: Readonly<Record<string, T>> = {}): [key: string, entry: T][] {
  return Object.entries(table).filter(([, entry]) => entry !== undefined);
}
