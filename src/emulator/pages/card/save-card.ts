import type { EntityType } from "../../model/entities";
import type { Crm } from "../crm";
import { listChanges, readCardChanges, writeCardForm } from "../forms/card-form";

/**
 * Stores what was typed into the open card and into the forms of its linked cards. A new card is made and opened.
 * Rejects with the account's reason when it refuses.
 */
export async function saveCard(crm: Crm, entity: EntityType, id: number): Promise<void> {
  const { host, model, format } = crm;
  if (host.card === null) return;
  const row = id === 0 ? null : (model.tables[entity].get(id) ?? null);
  const saved = writeCardForm(model, entity, row, format);
  const values = host.card.model.attributes as Readonly<Record<string, unknown>>;
  if (row === null) {
    const everything = readCardChanges(model, entity, blank(saved), { ...saved, ...values }, format);
    const made = await model.perform("createCard", { type: entity, values: everything });
    await crm.navigate(`/${entity}/detail/${made.id}`);
    return;
  }
  if (listChanges(saved, values).length > 0) {
    const stored = await model.perform("updateCard", {
      type: entity,
      id,
      values: readCardChanges(model, entity, saved, values, format),
    });
    // The account may have tidied up what was typed; from now on the form holds what is stored.
    host.card.model.set(writeCardForm(model, entity, stored, format));
  }
  for (const form of host.card.linked.models) {
    const kind = String(form.get("ENTITY")) as EntityType;
    const linked = model.tables[kind].get(Number(form.id));
    if (linked === undefined) continue;
    const before = writeCardForm(model, kind, linked, format);
    const attributes = form.attributes as Readonly<Record<string, unknown>>;
    if (listChanges(before, attributes).length === 0) continue;
    const stored = await model.perform("updateCard", {
      type: kind,
      id: linked.id,
      values: readCardChanges(model, kind, before, attributes, format),
    });
    form.set(writeCardForm(model, kind, stored, format));
  }
  host.trigger("entity:updated", [id]);
}

/** Of a new card everything counts as changed. */
function blank(saved: ReturnType<typeof writeCardForm>): ReturnType<typeof writeCardForm> {
  return Object.fromEntries(Object.keys(saved).map((name) => [name, "\u0000"]));
}
