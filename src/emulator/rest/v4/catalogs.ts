import type { Catalog, CatalogElement } from "../../model/entities";
import { readId, readIds, readPart, readText, requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links, selfLink } from "../paging";
import type { Route } from "../route";
import { sortRows } from "./find-cards";
import { presentFields } from "./present-card";
import { readFields } from "./read-fields";
import {
  checkMembers,
  notFound,
  readBatch,
  readItem,
  readRequestId,
  refuseErrors,
  type FieldError,
  type Item,
  type Members,
} from "./validate";

/** `/api/v4/catalogs` and their elements (Kommo: Lists). */
export const catalogRoutes: readonly Route[] = [
  ["GET", "/api/v4/catalogs", listCatalogs],
  ["GET", "/api/v4/catalogs/{catalog}", (call) => hal(presentCatalog(call, findCatalog(call)))],
  ["POST", "/api/v4/catalogs", createCatalogs],
  ["PATCH", "/api/v4/catalogs/{catalog}", updateCatalog],
  ["GET", "/api/v4/catalogs/{catalog}/elements", listElements],
  ["GET", "/api/v4/catalogs/{catalog}/elements/{id}", getElement],
  ["POST", "/api/v4/catalogs/{catalog}/elements", (call) => saveElements(call, { known: false })],
  ["PATCH", "/api/v4/catalogs/{catalog}/elements", (call) => saveElements(call, { known: true })],
  ["PATCH", "/api/v4/catalogs/{catalog}/elements/{id}", updateElement],
];

/** An account holds this many lists (Kommo: Limitations). */
const catalogLimit = 10;

const catalogMembers: Members = {
  id: "int?",
  name: "string?",
  type: "string?",
  sort: "int?",
  can_add_elements: "bool?",
  can_show_in_cards: "bool?",
  can_link_multiple: "bool?",
  request_id: "ignored?",
};

const elementMembers: Members = {
  id: "int?",
  name: "string?",
  custom_fields_values: "array|null?",
  request_id: "ignored?",
};

function presentCatalog(call: Call, catalog: Catalog): object {
  return { ...catalog, account_id: call.model.account.id, _links: links(call, `catalogs/${catalog.id}`) };
}

function presentElement(call: Call, element: CatalogElement): object {
  return {
    ...element,
    custom_fields_values: presentFields(call.model, element.custom_fields_values),
    account_id: call.model.account.id,
    _links: links(call, `catalogs/${element.catalog_id}/elements/${element.id}`),
  };
}

function listCatalogs(call: Call): RestResponse {
  if (!call.user.is_admin && !call.user.rights.catalog_access) return fail(403, "Access to lists denied");
  const catalogs = [...call.model.tables.catalogs.all()].sort((one, other) => one.sort - other.sort);
  return answerPage(call, catalogs, { name: "catalogs", present: (row) => presentCatalog(call, row) });
}

function createCatalogs(call: Call): RestResponse {
  requireAdmin(call);
  const items = readBatch(call);
  refuseErrors(
    items,
    items.map((item) => checkMembers(item, { ...catalogMembers, name: "string" })),
  );
  if (call.model.tables.catalogs.size + items.length > catalogLimit) return fail(400, "Too many lists");
  const rows = items.map((item) =>
    call.model.write((writer) => {
      const now = writer.now();
      return writer.put("catalogs", {
        id: writer.nextId("catalogs"),
        name: String(item["name"]),
        type: item["type"] === "invoices" || item["type"] === "products" ? item["type"] : "regular",
        sort: typeof item["sort"] === "number" ? item["sort"] : 10,
        can_add_elements: item["can_add_elements"] !== false,
        can_show_in_cards: item["can_show_in_cards"] === true,
        can_link_multiple: item["can_link_multiple"] !== false,
        can_be_deleted: true,
        sdk_widget_code: null,
        created_by: call.user.id,
        updated_by: call.user.id,
        created_at: now,
        updated_at: now,
      });
    }),
  );
  return answerRows(
    call,
    "catalogs",
    items,
    rows.map((row) => presentCatalog(call, row)),
  );
}

function updateCatalog(call: Call): RestResponse {
  requireAdmin(call);
  const before = findCatalog(call);
  const item = readItem(call);
  refuseErrors([item], [checkMembers(item, catalogMembers)]);
  const row = call.model.write((writer) =>
    writer.put("catalogs", {
      ...before,
      name: typeof item["name"] === "string" ? item["name"] : before.name,
      sort: typeof item["sort"] === "number" ? item["sort"] : before.sort,
      can_show_in_cards:
        typeof item["can_show_in_cards"] === "boolean" ? item["can_show_in_cards"] : before.can_show_in_cards,
      updated_by: call.user.id,
      updated_at: writer.now(),
    }),
  );
  return hal(presentCatalog(call, row));
}

function listElements(call: Call): RestResponse {
  const catalog = findCatalog(call);
  const ids = readIds(readPart(call.query, "filter"), "id");
  const text = readText(call.query, "query")?.toLowerCase() ?? "";
  const rows = call.model.tables.catalog_elements.filter(
    (row) =>
      row.catalog_id === catalog.id &&
      !row.is_deleted &&
      (ids === undefined || ids.has(row.id)) &&
      (text === "" ||
        `${row.name}\n${JSON.stringify(row.custom_fields_values)}`.toLowerCase().includes(text)),
  );
  return answerPage(call, sortRows(rows, readPart(call.query, "order"), ["id", "updated_at", "name"]), {
    name: "elements",
    present: (row) => presentElement(call, row),
  });
}

function getElement(call: Call): RestResponse {
  const element = findElement(call, readId(call));
  return element === undefined ? empty() : hal(presentElement(call, element));
}

function saveElements(call: Call, { known }: { readonly known: boolean }): RestResponse {
  const items = readBatch(call);
  const catalog = findCatalog(call);
  refuseErrors(
    items,
    items.map((item) => [
      ...checkMembers(item, known ? { ...elementMembers, id: "int" } : { ...elementMembers, name: "string" }),
      ...(known && findElement(call, Number(item["id"])) === undefined ? [notFound("id")] : []),
      ...checkFields(call, catalog, item),
    ]),
  );
  const rows = items.map((item) => saveElement(call, catalog, known ? Number(item["id"]) : null, item));
  return answerRows(
    call,
    "elements",
    items,
    rows.map((row) => presentElement(call, row)),
  );
}

function updateElement(call: Call): RestResponse {
  const catalog = findCatalog(call);
  const id = readId(call);
  if (findElement(call, id) === undefined) return fail(404, `There is no element ${id}`);
  const item = readItem(call);
  refuseErrors([item], [[...checkMembers(item, elementMembers), ...checkFields(call, catalog, item)]]);
  return hal(presentElement(call, saveElement(call, catalog, id, item)));
}

function saveElement(call: Call, catalog: Catalog, id: number | null, item: Item): CatalogElement {
  const before = id === null ? undefined : call.model.tables.catalog_elements.get(id);
  return call.model.run("saveCatalogElement", {
    ...(id === null ? {} : { id }),
    catalog_id: catalog.id,
    name: typeof item["name"] === "string" ? item["name"] : (before?.name ?? ""),
    custom_fields_values: readFields(call.model, { catalog: catalog.id }, item["custom_fields_values"])
      .values,
  });
}

function checkFields(call: Call, catalog: Catalog, item: Item): FieldError[] {
  const sent = item["custom_fields_values"];
  return Array.isArray(sent) ? readFields(call.model, { catalog: catalog.id }, sent).errors : [];
}

function answerRows(call: Call, name: string, items: readonly Item[], rows: readonly object[]): RestResponse {
  return hal({
    _links: { self: selfLink(call, call.path) },
    _embedded: {
      [name]: rows.map((row, index) => ({ ...row, request_id: readRequestId(items[index] ?? {}, index) })),
    },
  });
}

function findCatalog(call: Call): Catalog {
  return (
    call.model.tables.catalogs.get(readId(call, "catalog")) ??
    fail(404, `There is no list ${call.params["catalog"]}`)
  );
}

function findElement(call: Call, id: number): CatalogElement | undefined {
  const element = call.model.tables.catalog_elements.get(id);
  return element?.catalog_id === findCatalog(call).id && !element.is_deleted ? element : undefined;
}
