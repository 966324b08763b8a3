import type { Contact } from "../../model/entities";
import type { ModelView } from "../../model/model";
import type { Host } from "../host";

/** What `self.get_current_card_contacts_data()` gives of one contact. */
export interface CardContact {
  readonly id: number;
  readonly name: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly phones: string[];
  readonly emails: string[];
}

/** The contact of a contact card, the linked contacts of any other card, nothing outside cards. */
export function listCardContacts(model: ModelView, { card }: Pick<Host, "card">): CardContact[] {
  if (card === null) return [];
  const { state } = card;
  const ids =
    state.entity === "contacts"
      ? [state.id]
      : state.linked.filter((form) => form.entity === "contacts").map((form) => form.id);
  return ids.flatMap((id) => {
    const contact = model.tables.contacts.get(id);
    return contact === undefined ? [] : [describeContact(contact, model)];
  });
}

function describeContact(contact: Contact, model: ModelView): CardContact {
  const values = (code: string) =>
    contact.custom_fields_values
      .filter((field) => model.tables.custom_fields.get(field.field_id)?.code === code)
      .flatMap((field) => field.values.map(({ value }) => String(value)));
  const { id, name, first_name, last_name } = contact;
  return { id, name, first_name, last_name, phones: values("PHONE"), emails: values("EMAIL") };
}
