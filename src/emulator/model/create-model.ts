import type { Account, Rows, TableName } from "./entities";
import type { Change, Model, Snapshot } from "./model";
import { performOperation } from "./perform-operation";
import type { OperationInput, OperationName, OperationResult } from "./operations";
import { createTables, keyOf, nameGroup, tableNames, type WritableTables } from "./tables";
import type { Writer } from "./writer";

export interface ModelOptions {
  /** The present in Unix milliseconds; the snapshot's `now`, standing still, where absent. */
  readonly clock?: () => number;
  /** Who performs operations in the model's stead: in a page, its server. */
  readonly perform?: <Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
  ) => Promise<OperationResult<Name>>;
}

interface Entry {
  readonly change: Change;
  /** The row that stood there, null where none did. */
  readonly before: unknown;
}

/**
 * Makes the model of an account. The same snapshot, operations and clock give the same rows and ids, in Node and in a
 * browser. An operation that fails leaves nothing behind.
 *
 * @example
 * const model = createModel(createAccount({ locale: "en" }));
 * model.run("completeTask", { id: 812001, text: "Called, agreed" });
 */
export function createModel(start: Snapshot, options: ModelOptions = {}): Model {
  let origin = start;
  let account: Account = start.account;
  let tables: WritableTables = createTables(start.tables);
  let counters: Partial<Record<TableName, number>> = { ...start.counters };
  const listeners = new Set<(changes: readonly Change[]) => void>();
  // What the outermost batch has changed so far; null outside of batches.
  let log: Entry[] | null = null;

  const now = () => Math.floor(options.clock === undefined ? origin.now : options.clock() / 1000);

  const writer: Writer = {
    get account() {
      return account;
    },
    get tables() {
      return tables;
    },
    now,
    nextId(table) {
      const id = counters[table] ?? 1;
      counters[table] = id + 1;
      return id;
    },
    put(table, row) {
      const before = tables[table].put(row);
      record({ table, id: keyOf(table, row), row } as Change, before ?? null);
      return row;
    },
    remove(table, id) {
      const before = tables[table].remove(id);
      if (before !== undefined) record({ table, id, row: null } as Change, before);
    },
    putAccount(row) {
      const before = account;
      account = row;
      record({ table: "account", id: row.id, row }, before);
    },
  };

  const model: Model = {
    get account() {
      return account;
    },
    get tables() {
      return tables;
    },
    now,
    linksOf: (type, id) => tables.links.find("card", nameGroup(type, id)),
    tasksOf: (type, id) => tables.tasks.find("entity", nameGroup(type, id)),
    notesOf: (type, id) => tables.notes.find("entity", nameGroup(type, id)),
    run: (name, input) => model.batch(() => performOperation(writer, name, input)),
    async perform(name, input) {
      return options.perform === undefined ? model.run(name, input) : options.perform(name, input);
    },
    write: (act) => model.batch(() => act(writer)),
    batch(act) {
      const outermost = log === null;
      const entries = (log ??= []);
      const mark = entries.length;
      const counted = { ...counters };
      let result;
      try {
        result = act();
      } catch (error) {
        undo(entries.splice(mark));
        counters = counted;
        if (outermost) log = null;
        throw error;
      }
      if (outermost) {
        log = null;
        tell(entries.map(({ change }) => change));
      }
      return result;
    },
    apply(changes) {
      model.batch(() => {
        for (const change of changes) applyChange(change);
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => ({
      version: 1,
      now: now(),
      account,
      tables: Object.fromEntries(
        tableNames.map((name) => [name, [...tables[name].all()]]),
      ) as unknown as Snapshot["tables"],
      counters: { ...counters },
    }),
    reset(snapshot) {
      const changes = snapshot === undefined ? listDifferences() : [];
      origin = snapshot ?? origin;
      account = origin.account;
      tables = createTables(origin.tables);
      counters = { ...origin.counters };
      tell(changes);
    },
  };
  return model;

  /** What leads from the present account back to its origin. Rows are never mutated: another row is another object. */
  function listDifferences(): Change[] {
    const changes: Change[] =
      account === origin.account ? [] : [{ table: "account", id: origin.account.id, row: origin.account }];
    for (const table of tableNames) changes.push(...listTableDifferences(table));
    return changes;
  }

  function listTableDifferences<T extends TableName>(table: T): Change[] {
    const changes: Change[] = [];
    const kept = new Set<number | string>();
    for (const row of origin.tables[table]) {
      const id = keyOf(table, row);
      kept.add(id);
      if (tables[table].get(id) !== row) changes.push({ table, id, row } as Change);
    }
    for (const row of tables[table].all()) {
      const id = keyOf(table, row);
      if (!kept.has(id)) changes.push({ table, id, row: null } as Change);
    }
    return changes;
  }

  function record(change: Change, before: unknown): void {
    log?.push({ change, before });
  }

  function tell(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    for (const listener of listeners) listener(changes);
  }

  function undo(done: Entry[]): void {
    for (const { change, before } of done.toReversed()) {
      if (change.table === "account") account = before as Account;
      else if (before === null) tables[change.table].remove(change.id);
      else (tables[change.table] as { put(row: unknown): void }).put(before);
    }
  }

  function applyChange(change: Change): void {
    if (change.table === "account") writer.putAccount(change.row);
    else if (change.row === null) writer.remove(change.table, change.id);
    else writer.put(change.table, change.row as Rows[typeof change.table]);
  }
}
