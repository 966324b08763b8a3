import type { Account, Rows, TableName } from "./entities";
import type { WritableTables } from "./tables";

/** What an operation works with: the whole account to read, and the only ways to change it. */
export interface Writer {
  readonly account: Account;
  readonly tables: WritableTables;
  /** Unix seconds. */
  now(): number;
  nextId(table: TableName): number;
  put<T extends TableName>(table: T, row: Rows[T]): Rows[T];
  remove(table: TableName, id: number | string): void;
  putAccount(account: Account): void;
}
