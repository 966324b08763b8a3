import { collect, type Outcome, type Rest, type TaskDraft } from "komponent";
import { planTasks } from "../playbooks/plan-tasks";
import type { Playbook } from "../playbooks/playbook";
import { readPlanContext } from "../shared/account";
import { isAboutOneCard } from "../shared/describe-error";

/** A lead that got no tasks, and why; without an error it was not found. */
export interface FailedLead {
  readonly id: number;
  readonly error?: unknown;
}

export interface BulkRun {
  readonly done: number;
  readonly failed: readonly FailedLead[];
}

interface BulkOptions {
  readonly rest: Rest;
  readonly playbook: Playbook;
  readonly leadIds: readonly number[];
  readonly signal: AbortSignal;
  readonly onProgress: (run: BulkRun) => void;
}

/** As many tasks as Kommo advises for one request. */
const tasksPerRequest = 50;

/**
 * Applies a playbook to many leads, some leads a request, and tells of each step. Kommo refuses a request as a whole
 * when one task of it is wrong, so the other leads of a refused request are sent again. An error that would meet every
 * lead (no rights, no connection) ends the run and is thrown; what was created until then stays.
 */
export async function applyToLeads({ rest, playbook, leadIds, signal, onProgress }: BulkOptions) {
  const responsibles = await readResponsibles(rest, leadIds, signal);
  const context = readPlanContext();
  const plan = (entityId: number) =>
    planTasks(
      playbook,
      {
        entityType: "leads",
        entityId,
        responsibleUserId: responsibles.get(entityId) ?? context.currentUserId,
      },
      context,
    );
  const perRequest = Math.max(1, Math.floor(tasksPerRequest / playbook.steps.length));

  let waiting = leadIds.filter((id) => responsibles.has(id));
  let run: BulkRun = { done: 0, failed: leadIds.filter((id) => !responsibles.has(id)).map((id) => ({ id })) };
  onProgress(run);
  while (waiting.length > 0) {
    signal.throwIfAborted();
    const batch = waiting.slice(0, perRequest);
    const failed = findFailed(await rest.tasks.create(batch.flatMap(plan), { signal }), batch);
    // Where one is to blame, the others of its request go again; where nobody failed, all of them are done.
    const settled = new Set(failed.length > 0 ? failed.map(({ id }) => id) : batch);
    waiting = waiting.filter((id) => !settled.has(id));
    run = { done: run.done + settled.size - failed.length, failed: [...run.failed, ...failed] };
    onProgress(run);
  }
}

async function readResponsibles(rest: Rest, ids: readonly number[], signal: AbortSignal) {
  const leads = await collect(rest.leads.list({ filter: { id: ids } }, { signal }));
  return new Map(leads.map((lead) => [lead.id, lead.responsible_user_id]));
}

/** The leads of a request that are to blame; all of them where the CRM blames no item. */
function findFailed(outcomes: readonly Outcome<TaskDraft>[], batch: readonly number[]): FailedLead[] {
  const first = outcomes.find(({ error }) => error)?.error;
  if (!first) return [];
  if (!isAboutOneCard(first)) throw first;
  const errors = new Map(
    outcomes.flatMap(({ item, error }) =>
      error?.faults.length && item.entity_id ? [[item.entity_id, error]] : [],
    ),
  );
  return errors.size > 0
    ? [...errors].map(([id, error]) => ({ id, error }))
    : batch.map((id) => ({ id, error: first }));
}
