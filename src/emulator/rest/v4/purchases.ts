import type { Customer, Transaction } from "../../model/entities";
import type { Writer } from "../../model/writer";
import { readId, readIds, readPart, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links } from "../paging";
import { canSee, covers, rightsFor } from "../rights";
import type { Route } from "../route";
import { answerMade } from "./answer-made";
import {
  checkMembers,
  isItem,
  notFound,
  readBatch,
  readItem,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

const ofCustomer = "/api/v4/customers/{customer}/transactions";

/** Purchases of customers and their bonus points (Kommo: Customers, transactions). */
export const purchaseRoutes: readonly Route[] = [
  ["GET", "/api/v4/customers/transactions", (call) => listPurchases(call, null)],
  ["GET", "/api/v4/customers/transactions/{id}", getPurchase],
  ["DELETE", "/api/v4/customers/transactions/{id}", deletePurchase],
  ["GET", ofCustomer, (call) => listPurchases(call, findCustomer(call))],
  ["GET", `${ofCustomer}/{id}`, getPurchase],
  ["POST", ofCustomer, addPurchases],
  ["DELETE", `${ofCustomer}/{id}`, deletePurchase],
  ["POST", "/api/v4/customers/{customer}/bonus_points", changeBonus],
];

const members: Members = {
  price: "int",
  comment: "string|null?",
  completed_at: "int?",
  next_price: "int?",
  next_date: "int?",
  request_id: "ignored?",
  _embedded: "object?",
};

function listPurchases(call: Call, customer: Customer | null): RestResponse {
  const { transactions, customers } = call.model.tables;
  const wanted = readIds(readPart(call.query, "filter"), "id");
  const rows = customer === null ? [...transactions.all()] : purchasesOf(call.model.tables, customer.id);
  const seen = rows.filter((row) => {
    const owner = customers.get(row.customer_id);
    if (owner === undefined || owner.is_deleted || !canSee(call.user, "customers", owner)) return false;
    return wanted === undefined || wanted.has(row.id);
  });
  return answerPage(call, seen, {
    name: "transactions",
    counted: true,
    present: (row) => presentPurchase(call, row),
  });
}

function getPurchase(call: Call): RestResponse {
  return hal(presentPurchase(call, findPurchase(call)));
}

function addPurchases(call: Call): RestResponse {
  const customer = findCustomer(call);
  requireEdit(call, customer);
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => checkPurchase(call, item)),
  );
  const rows = call.model.write((writer) => {
    const made = items.map((item) => putPurchase(writer, call, customer.id, item));
    const last = items.at(-1) ?? {};
    sumUp(writer, customer.id, {
      ...(typeof last["next_price"] === "number" ? { next_price: last["next_price"] } : {}),
      ...(typeof last["next_date"] === "number" ? { next_date: last["next_date"] } : {}),
    });
    return made;
  });
  return answerMade(call, "transactions", items, rows, presentPurchase);
}

function deletePurchase(call: Call): RestResponse {
  const { id, customer_id: owner } = findPurchase(call);
  requireEdit(call, findCustomer(call, owner));
  call.model.write((writer) => {
    writer.remove("transactions", id);
    sumUp(writer, owner, {});
  });
  return empty();
}

function changeBonus(call: Call): RestResponse {
  const customer = findCustomer(call);
  requireEdit(call, customer);
  const item = readItem(call);
  refuseErrors([item], [checkMembers(item, { earn: "int?", redeem: "int?" })]);
  const points = customer.bonus_points + readPoints(item["earn"]) - readPoints(item["redeem"]);
  if (points < 0) return fail(400, `The customer has ${customer.bonus_points} bonus points`);
  call.model.write((writer) => writer.put("customers", { ...customer, bonus_points: points }));
  return hal({ bonus_points: points });
}

function readPoints(value: unknown): number {
  return typeof value === "number" && value > 0 ? value : 0;
}

function checkPurchase(call: Call, item: Item): FieldError[] {
  return [
    ...checkMembers(item, members),
    ...readElements(item).flatMap(({ id }, index) =>
      call.model.tables.catalog_elements.get(id) === undefined
        ? [notFound(`_embedded.catalog_elements.${index}.id`)]
        : [],
    ),
  ];
}

function putPurchase(writer: Writer, { user }: Call, customer: number, item: Item): Transaction {
  const { price, comment, completed_at: completed } = item;
  return writer.put("transactions", {
    id: writer.nextId("transactions"),
    customer_id: customer,
    price: Number(price),
    comment: typeof comment === "string" ? comment : null,
    completed_at: typeof completed === "number" ? completed : writer.now(),
    elements: readElements(item),
    created_by: user.id,
    updated_by: user.id,
    created_at: writer.now(),
    updated_at: writer.now(),
  });
}

/** A customer's sums are those of the purchases. */
function sumUp(writer: Writer, id: number, next: Partial<Pick<Customer, "next_price" | "next_date">>): void {
  const customer = writer.tables.customers.get(id);
  if (customer === undefined) return;
  const rows = purchasesOf(writer.tables, id);
  const ltv = rows.reduce((sum, { price }) => sum + price, 0);
  writer.put("customers", {
    ...customer,
    ...next,
    ltv,
    purchases_count: rows.length,
    average_check: rows.length === 0 ? 0 : Math.round(ltv / rows.length),
    updated_at: writer.now(),
  });
}

function purchasesOf({ transactions }: Call["model"]["tables"], customer: number): Transaction[] {
  return transactions.filter((row) => row.customer_id === customer);
}

function readElements(item: Item): Transaction["elements"] {
  const sent = isItem(item["_embedded"]) ? item["_embedded"]["catalog_elements"] : [];
  if (!Array.isArray(sent)) return [];
  return sent.filter(isItem).map(({ id, metadata }) => {
    const { catalog_id: catalog, quantity } = isItem(metadata) ? metadata : {};
    return {
      id: typeof id === "number" ? id : 0,
      catalog_id: typeof catalog === "number" ? catalog : 0,
      quantity: typeof quantity === "number" ? quantity : 1,
    };
  });
}

function findCustomer(call: Call, id = readId(call, "customer")): Customer {
  const row = call.model.tables.customers.get(id);
  if (row === undefined || row.is_deleted) return fail(404, `There is no customer ${id}`);
  return canSee(call.user, "customers", row) ? row : fail(403, `Access to customers ${id} denied`);
}

function findPurchase(call: Call): Transaction {
  const id = readId(call);
  const row = call.model.tables.transactions.get(id);
  const isOther = call.params["customer"] !== undefined && readId(call, "customer") !== row?.customer_id;
  if (row === undefined || isOther) return fail(404, `There is no transaction ${id}`);
  findCustomer(call, row.customer_id);
  return row;
}

function requireEdit(call: Call, customer: Customer): void {
  if (covers(rightsFor(call.user, "customers").edit, call.user, customer)) return;
  fail(403, `Editing customers ${customer.id} is not allowed`);
}

function presentPurchase(call: Call, { elements, ...row }: Transaction): object {
  const { customer_id: customer } = row;
  return {
    ...row,
    is_deleted: false,
    account_id: call.model.account.id,
    _links: links(call, `customers/transactions/${row.id}`),
    _embedded: {
      customer: { id: customer, _links: links(call, `customers/${customer}`) },
      ...(elements.length === 0
        ? {}
        : {
            catalog_elements: elements.map(({ id, catalog_id, quantity }) => ({
              id,
              metadata: { catalog_id, quantity },
            })),
          }),
    },
  };
}
