import type { User } from "../model/entities";
import type { Model } from "../model/model";
import { canSee } from "../rest/rights";

/** Whether the contact is there and the user may see it: what the user may read of it hangs on that. */
export function seesClient(model: Model, user: User, id: number): boolean {
  const contact = model.tables.contacts.get(id);
  return contact !== undefined && !contact.is_deleted && canSee(user, "contacts", contact);
}
