import type { Table } from "./model";

type Key = number | string;

/** A table that its model writes to. `index` names a grouping; a row may belong to several groups of it. */
export interface WritableTable<Row> extends Table<Row> {
  /** Adds the row or puts it in the place of the one with the same key. Gives that one. */
  put(row: Row): Row | undefined;
  remove(key: Key): Row | undefined;
  /** The rows of one group, in the order in which they came. */
  find(index: string, group: string): Row[];
}

export interface TableOptions<Row> {
  readonly keyOf: (row: Row) => Key;
  readonly indexes?: { readonly [index: string]: (row: Row) => readonly string[] };
}

const mostRemembered = 20;

/**
 * Makes a table over rows that are never mutated. An index is built when it is first asked for: an account of 10,000
 * leads is ready before anybody wants to know who is linked with whom.
 */
export function createTable<Row>(rows: Iterable<Row>, options: TableOptions<Row>): WritableTable<Row> {
  const { keyOf, indexes = {} } = options;
  const byKey = new Map<Key, Row>();
  const built = new Map<string, Map<string, Map<Key, Row>>>();
  const remembered = new Map<string, unknown>();
  for (const row of rows) byKey.set(keyOf(row), row);

  return {
    get size() {
      return byKey.size;
    },
    get: (key) => byKey.get(key),
    all: () => byKey.values(),
    filter(test) {
      const found: Row[] = [];
      for (const row of byKey.values()) if (test(row)) found.push(row);
      return found;
    },
    remember<T>(key: string, compute: () => T): T {
      if (remembered.has(key)) return remembered.get(key) as T;
      const value = compute();
      // A crawler of all filters shall not fill the memory.
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key, value);
      return value;
    },
    put(row) {
      remembered.clear();
      const key = keyOf(row);
      const before = byKey.get(key);
      byKey.set(key, row);
      for (const [index, groups] of built) {
        if (before !== undefined) take(groups, groupsOf(index, before), key);
        give(groups, groupsOf(index, row), key, row);
      }
      return before;
    },
    remove(key) {
      const before = byKey.get(key);
      if (before === undefined) return undefined;
      remembered.clear();
      byKey.delete(key);
      for (const [index, groups] of built) take(groups, groupsOf(index, before), key);
      return before;
    },
    find(index, group) {
      return [...(readIndex(index).get(group)?.values() ?? [])];
    },
  };

  function readIndex(index: string): Map<string, Map<Key, Row>> {
    const known = built.get(index);
    if (known !== undefined) return known;
    const groups = new Map<string, Map<Key, Row>>();
    for (const [key, row] of byKey) give(groups, groupsOf(index, row), key, row);
    built.set(index, groups);
    return groups;
  }

  function groupsOf(index: string, row: Row): readonly string[] {
    const group = indexes[index];
    if (group === undefined) throw new Error(`The table has no index "${index}".`);
    return group(row);
  }
}

function give<Row>(groups: Map<string, Map<Key, Row>>, names: readonly string[], key: Key, row: Row): void {
  for (const name of names) {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, new Map([[key, row]]));
    else group.set(key, row);
  }
}

function take<Row>(groups: Map<string, Map<Key, Row>>, names: readonly string[], key: Key): void {
  for (const name of names) {
    const group = groups.get(name);
    group?.delete(key);
    if (group?.size === 0) groups.delete(name);
  }
}
