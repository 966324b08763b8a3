import type { FormValue } from "../../protocol/bracket-form";
import type { EntityType, User } from "../model/entities";
import type { Model } from "../model/model";
import type { CardRows } from "../model/operations";
import { readPart } from "../rest/call";
import { nameSight } from "../rest/rights";
import { findCards } from "../rest/v4/find-cards";

type Query = { readonly [key: string]: FormValue };

/**
 * The cards of a list, all its pages together. They are found once until a card changes: looking through 10,000 takes
 * longer than all else that a page asks of its server. What also depends on links or tasks is found anew each time.
 */
export function findListed<Type extends EntityType>(
  model: Model,
  type: Type,
  query: Query,
  user: User,
): readonly CardRows[Type][] {
  const find = () => findCards(model, type, query, user) as CardRows[Type][];
  const looksElsewhere =
    query["query"] !== undefined || readPart(query, "filter")["closest_task_at"] !== undefined;
  if (looksElsewhere) return find();
  const { page: _page, limit: _limit, shown: _shown, ...asked } = query;
  return model.tables[type].remember(`cards ${JSON.stringify(asked)} ${nameSight(user)}`, find);
}
