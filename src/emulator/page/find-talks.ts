import type { Talk, User } from "../model/entities";
import type { Model } from "../model/model";
import { seesClient } from "./sees-client";

/** The conversations with clients whom the user may see, the latest first. */
export function findTalks(model: Model, user: User): readonly Talk[] {
  return model.tables.talks
    .filter(({ contact_id: id }) => seesClient(model, user, id))
    .sort((one, other) => other.updated_at - one.updated_at || other.id - one.id);
}
