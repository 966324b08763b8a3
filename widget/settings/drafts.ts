import type { Playbook, Step } from "../playbooks/playbook";

/** A step while it is edited; `key` stays its own when the order changes. */
export interface StepDraft extends Step {
  readonly key: string;
}

/** A playbook while it is edited; `savedName` is what its tasks are called so far, null for a new one. */
export interface PlaybookDraft {
  readonly key: string;
  readonly savedName: string | null;
  readonly name: string;
  readonly steps: readonly StepDraft[];
}

export function createDrafts(playbooks: readonly Playbook[]): readonly PlaybookDraft[] {
  return playbooks.map(({ name, steps }) => ({
    key: createKey(),
    savedName: name,
    name,
    steps: steps.map((step) => ({ ...step, key: createKey() })),
  }));
}

export function createPlaybookDraft(): PlaybookDraft {
  return { key: createKey(), savedName: null, name: "", steps: [createStepDraft()] };
}

export function createStepDraft(): StepDraft {
  return { key: createKey(), text: "", taskType: 1, days: 0, assignee: "responsible" };
}

/** What is saved of the drafts: without keys, blanks at the ends cut off. */
export function readDrafts(drafts: readonly PlaybookDraft[]): Playbook[] {
  return drafts.map(({ name, steps }) => ({
    name: name.trim(),
    steps: steps.map(({ text, taskType, days, assignee }) => ({
      text: text.trim(),
      taskType,
      days,
      assignee,
    })),
  }));
}

/** The list with one item a place up (-1) or down (1); the same list where there is no such place. */
export function moveItem<T>(items: readonly T[], index: number, by: -1 | 1): readonly T[] {
  const item = items[index];
  const neighbour = items[index + by];
  if (item === undefined || neighbour === undefined) return items;
  return items.map((other, place) => (place === index ? neighbour : place === index + by ? item : other));
}

/** The list with one item changed. */
export function replaceItem<T>(items: readonly T[], index: number, item: T): readonly T[] {
  return items.map((other, place) => (place === index ? item : other));
}

/** The list without one item. */
export function removeItem<T>(items: readonly T[], index: number): readonly T[] {
  return items.filter((_, place) => place !== index);
}

function createKey(): string {
  return crypto.randomUUID();
}
