import type { Playbook } from "./playbook";
import { stateOf, type PlaybookTask } from "./read-progress";
import { parseTaskText } from "./task-text";

export interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
}

export interface Row extends Counts {
  readonly key: string;
}

export interface Report {
  readonly byPlaybook: readonly Row[];
  /** `key` is the id of the responsible user. */
  readonly byManager: readonly Row[];
  readonly total: Counts;
}

const nothing: Counts = { open: 0, overdue: 0, done: 0 };

/** Counts the tasks of all playbooks, by playbook (settings order, without tasks too) and by manager (most first). */
export function summarizeTasks(
  playbooks: readonly Playbook[],
  tasks: readonly PlaybookTask[],
  now: number,
): Report {
  const playbookCounts = new Map<string, Counts>(playbooks.map(({ name }) => [name, nothing]));
  const managerCounts = new Map<string, Counts>();
  let total = nothing;
  for (const task of tasks) {
    const name = parseTaskText(task.text)?.playbook;
    if (name === undefined || !playbookCounts.has(name)) continue;
    const state = stateOf(task, now);
    const manager = String(task.responsible_user_id);
    playbookCounts.set(name, add(playbookCounts.get(name), state));
    managerCounts.set(manager, add(managerCounts.get(manager), state));
    total = add(total, state);
  }
  return {
    byPlaybook: toRows(playbookCounts),
    byManager: toRows(managerCounts).sort((a, b) => sum(b) - sum(a)),
    total,
  };
}

export function sum(counts: Counts): number {
  return counts.open + counts.overdue + counts.done;
}

function add(counts: Counts = nothing, state: keyof Counts): Counts {
  return { ...counts, [state]: counts[state] + 1 };
}

function toRows(counts: ReadonlyMap<string, Counts>): Row[] {
  return [...counts].map(([key, value]) => ({ key, ...value }));
}
