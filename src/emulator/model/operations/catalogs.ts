import type { CatalogElement, CustomFieldValues } from "../entities";
import { OperationError } from "../operations";
import { nameGroup } from "../tables";
import type { Writer } from "../writer";
import { mergeFields } from "./cards";

export function saveCatalogElement(
  writer: Writer,
  input: {
    id?: number;
    catalog_id: number;
    name: string;
    custom_fields_values?: readonly CustomFieldValues[];
  },
): CatalogElement {
  if (writer.tables.catalogs.get(input.catalog_id) === undefined) {
    throw new OperationError(`There is no list ${input.catalog_id}.`);
  }
  for (const { field_id: id } of input.custom_fields_values ?? []) {
    if (writer.tables.custom_fields.get(id)?.catalog_id !== input.catalog_id) {
      throw new OperationError(`List ${input.catalog_id} has no custom field ${id}.`);
    }
  }
  const before = input.id === undefined ? undefined : writer.tables.catalog_elements.get(input.id);
  if (input.id !== undefined && before?.catalog_id !== input.catalog_id) {
    throw new OperationError(`List ${input.catalog_id} has no element ${input.id}.`);
  }
  const now = writer.now();
  const user = writer.account.current_user_id;
  return writer.put("catalog_elements", {
    id: before?.id ?? writer.nextId("catalog_elements"),
    catalog_id: input.catalog_id,
    name: input.name,
    is_deleted: false,
    custom_fields_values: mergeFields(before?.custom_fields_values ?? [], input.custom_fields_values ?? []),
    created_by: before?.created_by ?? user,
    updated_by: user,
    created_at: before?.created_at ?? now,
    updated_at: now,
  });
}

export function deleteCatalogElements(
  writer: Writer,
  input: { catalog_id: number; ids: readonly number[] },
): { deleted: number } {
  const rows = input.ids.map((id) => {
    const row = writer.tables.catalog_elements.get(id);
    if (row?.catalog_id === input.catalog_id) return row;
    throw new OperationError(`List ${input.catalog_id} has no element ${id}.`);
  });
  for (const row of rows) {
    for (const link of writer.tables.links.find("card", nameGroup("catalog_elements", row.id))) {
      writer.remove("links", link.id);
    }
    writer.put("catalog_elements", { ...row, is_deleted: true, updated_at: writer.now() });
  }
  return { deleted: rows.length };
}
