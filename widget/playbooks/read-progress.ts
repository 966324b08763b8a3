import type { Playbook } from "./playbook";
import { parseTaskText } from "./task-text";

/** What the views need of a task of the CRM; times in Unix seconds. */
export interface PlaybookTask {
  readonly id: number;
  readonly text: string;
  readonly complete_till: number;
  readonly is_completed: boolean;
  readonly responsible_user_id: number;
}

/** One task of a playbook on a card. */
export interface StepState {
  readonly taskId: number;
  readonly text: string;
  readonly dueAt: number;
  readonly state: "open" | "overdue" | "done";
  readonly userId: number;
}

export interface Progress {
  readonly playbook: Playbook;
  readonly steps: readonly StepState[];
  readonly done: number;
  readonly overdue: number;
}

/**
 * The playbooks at work among a card's tasks, in the order of the settings; steps by due date. A task whose playbook
 * was renamed or removed belongs to none.
 */
export function readProgress(
  playbooks: readonly Playbook[],
  tasks: readonly PlaybookTask[],
  now: number,
): Progress[] {
  return playbooks
    .map((playbook) => {
      const steps = tasks.flatMap((task) => readStep(task, playbook.name, now)).sort(byDueDate);
      return { playbook, steps, done: count(steps, "done"), overdue: count(steps, "overdue") };
    })
    .filter((progress) => progress.steps.length > 0);
}

/** Whether a task is done, open or past its time. */
export function stateOf(task: PlaybookTask, now: number): StepState["state"] {
  if (task.is_completed) return "done";
  return task.complete_till < now ? "overdue" : "open";
}

function readStep(task: PlaybookTask, playbookName: string, now: number): StepState[] {
  const parts = parseTaskText(task.text);
  if (parts?.playbook !== playbookName) return [];
  return [
    {
      taskId: task.id,
      text: parts.step,
      dueAt: task.complete_till,
      state: stateOf(task, now),
      userId: task.responsible_user_id,
    },
  ];
}

function byDueDate(a: StepState, b: StepState): number {
  return a.dueAt - b.dueAt || a.taskId - b.taskId;
}

function count(steps: readonly StepState[], state: StepState["state"]): number {
  return steps.filter((step) => step.state === state).length;
}
