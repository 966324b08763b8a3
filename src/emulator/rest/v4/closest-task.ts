import type { EntityType } from "../../model/entities";
import type { Model } from "../../model/model";

/** When the next open task of a card is due, Unix seconds; null where none is open. */
export function findClosestTask(model: Model, type: EntityType, id: number): number | null {
  let closest: number | null = null;
  for (const task of model.tasksOf(type, id)) {
    if (!task.is_completed && (closest === null || task.complete_till < closest))
      closest = task.complete_till;
  }
  return closest;
}
