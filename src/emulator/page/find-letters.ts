import type { Letter, User } from "../model/entities";
import type { Model } from "../model/model";
import { seesClient } from "./sees-client";

/** The letters that the user may read: with clients whom the user may see, and none without the right to the mail. */
export function findLetters(model: Model, user: User): readonly Letter[] {
  if (!user.is_admin && !user.rights.mail_access) return [];
  return model.tables.letters.filter(({ contact_id: id }) => seesClient(model, user, id));
}
