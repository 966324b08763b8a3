import type { Rest } from "komponent";
import { planTasks } from "../playbooks/plan-tasks";
import type { Playbook } from "../playbooks/playbook";
import { isAboutOneCard } from "../shared/describe-error";
import { createTasks, readResponsibles } from "../shared/tasks";

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
  readonly currentUserId: number;
  readonly signal: AbortSignal;
  readonly onProgress: (run: BulkRun) => void;
}

/** As many tasks as Kommo advises for one request. */
const tasksPerRequest = 50;

/**
 * Applies a playbook to many leads, some leads a request, and tells of each step. Kommo refuses a request as a whole,
 * so a refused one is repeated lead by lead, to find those at fault. An error that would meet every lead (no rights,
 * no connection) ends the run and is thrown; what was created until then stays.
 */
export async function applyToLeads({
  rest,
  playbook,
  leadIds,
  currentUserId,
  signal,
  onProgress,
}: BulkOptions) {
  const responsibles = await readResponsibles(rest, leadIds, signal);
  const found = leadIds.filter((id) => responsibles.has(id));
  let run: BulkRun = { done: 0, failed: leadIds.filter((id) => !responsibles.has(id)).map((id) => ({ id })) };
  onProgress(run);

  const apply = (ids: readonly number[]) => {
    const now = new Date();
    const tasks = ids.flatMap((entityId) =>
      planTasks(
        playbook,
        { entityType: "leads", entityId, responsibleUserId: responsibles.get(entityId) ?? currentUserId },
        { now, currentUserId },
      ),
    );
    return createTasks(rest, tasks, signal);
  };

  for (const ids of splitEvenly(found, Math.max(1, Math.floor(tasksPerRequest / playbook.steps.length)))) {
    const failed = await findFailures(ids, apply);
    run = { done: run.done + ids.length - failed.length, failed: [...run.failed, ...failed] };
    onProgress(run);
  }
}

async function findFailures(
  ids: readonly number[],
  apply: (ids: readonly number[]) => Promise<void>,
): Promise<readonly FailedLead[]> {
  try {
    await apply(ids);
    return [];
  } catch (error) {
    if (!isAboutOneCard(error)) throw error;
    const [id] = ids;
    if (ids.length === 1 && id !== undefined) return [{ id, error }];
    const failures: FailedLead[] = [];
    for (const one of ids) failures.push(...(await findFailures([one], apply)));
    return failures;
  }
}

function splitEvenly<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
