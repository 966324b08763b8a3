import { endOfDay } from "./end-of-day";
import type { Playbook, Step } from "./playbook";
import { formatTaskText } from "./task-text";

/** A card that tasks are planned for. */
export interface Target {
  readonly entityType: "leads" | "contacts";
  readonly entityId: number;
  readonly responsibleUserId: number;
}

/** A task as `POST /api/v4/tasks` takes it. */
export interface PlannedTask {
  readonly text: string;
  readonly complete_till: number;
  readonly task_type_id: number;
  readonly responsible_user_id: number;
  readonly entity_type: Target["entityType"];
  readonly entity_id: number;
}

export interface PlanContext {
  readonly now: Date;
  readonly currentUserId: number;
  /** The account's, by its IANA name. */
  readonly timeZone: string;
}

/**
 * The tasks that applying a playbook to a card creates. A task is due at the end of its day, as the CRM's own
 * all-day tasks are.
 */
export function planTasks(
  playbook: Playbook,
  target: Target,
  { now, currentUserId, timeZone }: PlanContext,
): PlannedTask[] {
  return playbook.steps.map((step) => ({
    text: formatTaskText(playbook.name, step.text),
    complete_till: endOfDay(now, step.days, timeZone),
    task_type_id: step.taskType,
    responsible_user_id: chooseUser(step.assignee, target.responsibleUserId, currentUserId),
    entity_type: target.entityType,
    entity_id: target.entityId,
  }));
}

function chooseUser(assignee: Step["assignee"], responsible: number, current: number): number {
  if (assignee === "responsible") return responsible;
  return assignee === "current" ? current : assignee;
}
