import { collect, type Rest } from "komponent";
import type { PlannedTask } from "../playbooks/plan-tasks";
import type { PlaybookTask } from "../playbooks/read-progress";

type CardEntity = PlannedTask["entity_type"];

/** All tasks of a card, done ones too; a new card has none. */
export async function listCardTasks(
  rest: Rest,
  entityType: CardEntity,
  entityId: number,
  signal: AbortSignal,
): Promise<PlaybookTask[]> {
  if (entityId === 0) return [];
  const filter = { entity_type: entityType, entity_id: [entityId] };
  return collect(rest.tasks.list({ filter }, { signal }));
}

/** All open tasks of the account, and those that were done in the last days. */
export async function listTeamTasks(rest: Rest, days: number, signal: AbortSignal): Promise<PlaybookTask[]> {
  const since = Math.floor(Date.now() / 1000) - days * 24 * 60 * 60;
  const open = collect(rest.tasks.list({ filter: { is_completed: 0 } }, { signal }));
  const done = collect(
    rest.tasks.list({ filter: { is_completed: 1, updated_at: { from: since } } }, { signal }),
  );
  return (await Promise.all([open, done])).flat();
}

/** Completes a task of the CRM. */
export async function completeTask(rest: Rest, id: number): Promise<void> {
  await rest.tasks.change(id, { is_completed: true });
}

/** Creates all tasks in one request; rejects where the CRM refuses any of them. */
export async function createTasks(rest: Rest, tasks: readonly PlannedTask[]): Promise<void> {
  const outcomes = await rest.tasks.create(tasks);
  const failed = outcomes.find(({ error }) => error);
  if (failed) throw failed.error;
}

/** Who is responsible for a card as it is saved. */
export async function readResponsible(rest: Rest, entityType: CardEntity, entityId: number): Promise<number> {
  const card = await rest[entityType].get(entityId);
  if (!card) throw new Error(`There is no card ${entityType}/${entityId}.`);
  return card.responsible_user_id;
}
