import type { FormValue } from "../../../protocol/bracket-form";
import { listForm } from "../../../protocol/bracket-form";
import type { Customer, EntityType, Lead, User } from "../../model/entities";
import type { Model } from "../../model/model";
import type { CardRows } from "../../model/operations";
import { readIds, readList, readPart, readText } from "../call";
import { canSee } from "../rights";
import { findClosestTask } from "./closest-task";

/** The API sorts by the first three; the list pages by all. */
const cardColumns = ["created_at", "updated_at", "id", "name", "price", "next_price", "next_date"] as const;

type Query = { readonly [key: string]: FormValue };
type Card = CardRows[EntityType];
type Test = (row: Card) => boolean;

/**
 * The cards that a query asks for and the user may see, in its order: filters by id, name, price, stage, pipeline,
 * users, times and custom fields, and free text (Kommo: Filters). Without an order, by id.
 */
export function findCards(model: Model, type: EntityType, query: Query, user: User): Card[] {
  const deleted = (readList(query, "with") ?? []).includes("only_deleted");
  const tests = [...readTests(model, type, query)];
  const rows = (model.tables[type] as { filter(test: Test): Card[] }).filter(
    (row) => row.is_deleted === deleted && canSee(user, type, row) && tests.every((test) => test(row)),
  );
  return sortRows(rows, readPart(query, "order"), cardColumns);
}

/** Sorts by the first known column of `order[column]=asc|desc`; equals stay by id, so that pages never overlap. */
export function sortRows<Row extends { readonly id: number }>(
  rows: Row[],
  order: Query,
  columns: readonly string[],
): Row[] {
  const column = columns.find((name) => order[name] !== undefined);
  if (column === undefined) return rows;
  const down = readText(order, column)?.toLowerCase() === "desc" ? -1 : 1;
  const valueOf = (row: Row) => (row as Readonly<Record<string, unknown>>)[column];
  return rows.sort((one, other) => down * (compare(valueOf(one), valueOf(other)) || one.id - other.id));
}

/** `filter[updated_at]=…` is that second, `[from]` and `[to]` a span with both ends. */
export function readSpan(filter: Query, name: string): ((value: number | null) => boolean) | null {
  const value = filter[name];
  if (value === undefined) return null;
  const exact = typeof value === "string" ? Number(value) : null;
  const part = typeof value === "string" ? {} : value;
  const from = exact ?? readBound(part, "from", Number.NEGATIVE_INFINITY);
  const to = exact ?? readBound(part, "to", Number.POSITIVE_INFINITY);
  return (number) => number !== null && number >= from && number <= to;
}

function readBound(part: Query, name: string, otherwise: number): number {
  const text = readText(part, name);
  return text === undefined || text === "" || Number.isNaN(Number(text)) ? otherwise : Number(text);
}

function* readTests(model: Model, type: EntityType, query: Query): Generator<Test> {
  const filter = readPart(query, "filter");
  for (const name of ["id", "created_by", "updated_by", "responsible_user_id"] as const) {
    const ids = readIds(filter, name);
    if (ids !== undefined) yield (row) => ids.has(row[name]);
  }
  for (const name of ["created_at", "updated_at"] as const) {
    const span = readSpan(filter, name);
    if (span !== null) yield (row) => span(row[name]);
  }
  const closest = readSpan(filter, "closest_task_at");
  if (closest !== null) yield (row) => closest(findClosestTask(model, type, row.id));
  const names = readNames(filter);
  if (names !== undefined) yield (row) => names.has(row.name.toLowerCase());
  if (type === "leads") yield* readLeadTests(filter) as Generator<Test>;
  if (type === "customers") yield* readCustomerTests(filter) as Generator<Test>;
  yield* readFieldTests(filter);
  const text = readText(query, "query")?.trim().toLowerCase() ?? "";
  if (text !== "") yield (row) => searchText(model, type, row).includes(text) || hasPhone(row, text);
}

/** A name may hold commas, so only brackets make a list of it. */
function readNames(filter: Query): Set<string> | undefined {
  const value = filter["name"];
  if (value === undefined) return undefined;
  return new Set(listForm(value).map((name) => (typeof name === "string" ? name.toLowerCase() : "")));
}

function* readLeadTests(filter: Query): Generator<(row: Lead) => boolean> {
  const pipelines = readIds(filter, "pipeline_id");
  if (pipelines !== undefined) yield (row) => pipelines.has(row.pipeline_id);
  const stages = listForm(filter["statuses"]).filter((stage) => typeof stage === "object");
  if (stages.length > 0) {
    const wanted = new Set(stages.map((stage) => `${stage["pipeline_id"]}:${stage["status_id"]}`));
    yield (row) => wanted.has(`${row.pipeline_id}:${row.status_id}`);
  }
  const price = readSpan(filter, "price");
  if (price !== null) yield (row) => price(row.price);
  const closed = readSpan(filter, "closed_at");
  if (closed !== null) yield (row) => closed(row.closed_at);
}

function* readCustomerTests(filter: Query): Generator<(row: Customer) => boolean> {
  const price = readSpan(filter, "next_price");
  if (price !== null) yield (row) => price(row.next_price);
  const date = readSpan(filter, "next_date");
  if (date !== null) yield (row) => date(row.next_date);
}

/** `filter[custom_fields_values][<field id>][]=…`, or a span. Options are named by id or by text. */
function* readFieldTests(filter: Query): Generator<Test> {
  for (const [id, wanted] of Object.entries(readPart(filter, "custom_fields_values"))) {
    const span = typeof wanted === "object" && ("from" in wanted || "to" in wanted) ? { [id]: wanted } : null;
    const inSpan = span === null ? null : readSpan(span, id);
    const values = new Set(listForm(wanted).map(String));
    yield (row) =>
      (row.custom_fields_values.find((entry) => String(entry.field_id) === id)?.values ?? []).some((value) =>
        inSpan === null
          ? values.has(String(value.enum_id)) || values.has(String(value.value))
          : inSpan(Number(value.value)),
      );
  }
}

/** All that the search looks at: the card's name and fields, and the names of what is linked with it. */
function searchText(model: Model, type: EntityType, row: Card): string {
  const own = [row.name, String(row.id)];
  for (const { values } of row.custom_fields_values) for (const { value } of values) own.push(String(value));
  if (type === "leads" || type === "customers") {
    for (const link of model.linksOf(type, row.id)) {
      if (link.to_type === "contacts" || link.to_type === "companies") {
        own.push(model.tables[link.to_type].get(link.to_id)?.name ?? "");
      }
    }
  }
  return own.join("\n").toLowerCase();
}

/** Phones are found by their digits, however they are written. */
function hasPhone(row: Card, text: string): boolean {
  const digits = text.replace(/\D/g, "");
  if (digits.length < 5) return false;
  return row.custom_fields_values.some(({ values }) =>
    values.some(({ value }) => typeof value === "string" && value.replace(/\D/g, "").includes(digits)),
  );
}

function compare(one: unknown, other: unknown): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one ?? "").localeCompare(String(other ?? ""), "en");
}
