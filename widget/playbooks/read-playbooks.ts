import { limits, type Playbook, type Step } from "./playbook";

/**
 * Makes playbooks of whatever the settings hold: nothing on a fresh install, an older shape after an update, or a
 * value that somebody wrote through the API. What is no playbook is left out; what is too long is cut.
 */
export function readPlaybooks(saved: unknown): Playbook[] {
  if (!Array.isArray(saved)) return [];
  return saved.slice(0, limits.playbooks).flatMap((value: unknown) => {
    if (!isRecord(value) || typeof value["name"] !== "string" || value["name"].trim() === "") return [];
    return [{ name: value["name"].slice(0, limits.name), steps: readSteps(value["steps"]) }];
  });
}

function readSteps(saved: unknown): Step[] {
  if (!Array.isArray(saved)) return [];
  return saved.slice(0, limits.steps).flatMap((value: unknown) => {
    if (!isRecord(value) || typeof value["text"] !== "string" || value["text"].trim() === "") return [];
    return [
      {
        text: value["text"].slice(0, limits.text),
        taskType: readWhole(value["taskType"], { least: 1, most: Number.MAX_SAFE_INTEGER, otherwise: 1 }),
        days: readWhole(value["days"], { least: 0, most: limits.days, otherwise: 0 }),
        assignee: readAssignee(value["assignee"]),
      },
    ];
  });
}

function readAssignee(saved: unknown): Step["assignee"] {
  if (saved === "current") return saved;
  return typeof saved === "number" && Number.isSafeInteger(saved) && saved > 0 ? saved : "responsible";
}

function readWhole(
  saved: unknown,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
) {
  if (typeof saved !== "number" || !Number.isFinite(saved)) return otherwise;
  return Math.min(most, Math.max(least, Math.round(saved)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
