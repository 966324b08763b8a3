import type { Account, EntityType, Link, Note, Rows, TableName, Task } from "./entities";
import type { Writer } from "./writer";
import type { OperationInput, OperationName, OperationResult } from "./operations";

/** An account at one moment, as JSON. In a page it may hold a part of the rows only: what that page shows. */
export interface Snapshot {
  readonly version: 1;
  /** Unix seconds; what the account believes to be the present when it is made. */
  readonly now: number;
  readonly account: Account;
  readonly tables: { readonly [T in TableName]: readonly Rows[T][] };
  /** The next free id of each table. */
  readonly counters: Readonly<Partial<Record<TableName, number>>>;
}

/** One row that came, changed (`row` is the whole new row) or went (`row` is null). */
export type Change =
  | { readonly table: "account"; readonly id: number; readonly row: Account }
  | {
      readonly [T in TableName]: {
        readonly table: T;
        readonly id: number | string;
        readonly row: Rows[T] | null;
      };
    }[TableName];

/** Rows of one kind by id, in the order in which they came. Rows are frozen in spirit: replace, never mutate. */
export interface Table<Row> {
  readonly size: number;
  get(id: number | string): Row | undefined;
  all(): Iterable<Row>;
  filter(test: (row: Row) => boolean): Row[];
  /**
   * What was computed from the rows of this table and from nothing else but what `key` names; computed again after a
   * row came, changed or went. Whoever gets it must not change it.
   */
  remember<T>(key: string, compute: () => T): T;
}

/**
 * What pages and SDK work with. The server and the tests hold the whole account (`Model`); a page in the browser holds
 * the part that it was given, follows the server's changes, and sends its operations there.
 */
export interface ModelView {
  readonly account: Account;
  readonly tables: { readonly [T in TableName]: Table<Rows[T]> };
  /** The account's present, Unix seconds. */
  now(): number;
  /** Both ends of each link of a card; indexed, so cheap in an account of any size. */
  linksOf(type: EntityType, id: number): Link[];
  tasksOf(type: EntityType, id: number): Task[];
  notesOf(type: EntityType, id: number): Note[];
  /** Does what a user's click does, consequences included. Rejects with an `OperationError` when it cannot. */
  perform<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
  ): Promise<OperationResult<Name>>;
  /** Calls back after each operation with all that it changed. Returns the disposer. */
  subscribe(listener: (changes: readonly Change[]) => void): () => void;
}

/** The whole account. */
export interface Model extends ModelView {
  /** As `perform`, at once. Throws `OperationError`. */
  run<Name extends OperationName>(name: Name, input: OperationInput<Name>): OperationResult<Name>;
  /** Changes rows for which no operation stands: what only the API does. */
  write<Result>(act: (writer: Writer) => Result): Result;
  /** Many acts as one: subscribers hear of them once, and what throws is undone. Batches nest. */
  batch<Result>(act: () => Result): Result;
  /** Takes over rows that came from elsewhere (the server's changes in a page); subscribers hear of it. */
  apply(changes: readonly Change[]): void;
  snapshot(): Snapshot;
  /**
   * Back to the account that it was made from: subscribers hear of every row that differs. To another account:
   * subscribers hear nothing, read anew.
   */
  reset(snapshot?: Snapshot): void;
}
