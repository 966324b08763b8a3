import type { Talk, User } from "../model/entities";
import type { Model } from "../model/model";
import { canSee } from "../rest/rights";

/** The conversations with clients whom the user may see, the latest first. */
export function findTalks(model: Model, user: User): readonly Talk[] {
  return model.tables.talks
    .filter((talk) => {
      const contact = model.tables.contacts.get(talk.contact_id);
      return contact !== undefined && !contact.is_deleted && canSee(user, "contacts", contact);
    })
    .sort((one, other) => other.updated_at - one.updated_at || other.id - one.id);
}
