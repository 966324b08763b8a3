import { limits, type Playbook, type Step } from "./playbook";

export type Fault =
  | "name_missing"
  | "name_colon"
  | "name_long"
  | "name_taken"
  | "no_steps"
  | "text_missing"
  | "text_long"
  | "days_range";

/**
 * The first fault of each playbook (key `"0"`: its place in the list) and of each step (key `"0.2"`); an empty map
 * means that all may be saved.
 */
export function validatePlaybooks(playbooks: readonly Playbook[]): ReadonlyMap<string, Fault> {
  const faults = new Map<string, Fault>();
  playbooks.forEach((playbook, index) => {
    const fault = validateName(playbook, playbooks) ?? (playbook.steps.length === 0 ? "no_steps" : null);
    if (fault) faults.set(String(index), fault);
    playbook.steps.forEach((step, stepIndex) => {
      const stepFault = validateStep(step);
      if (stepFault) faults.set(`${index}.${stepIndex}`, stepFault);
    });
  });
  return faults;
}

function validateName(playbook: Playbook, all: readonly Playbook[]): Fault | null {
  const wanted = normalize(playbook.name);
  if (wanted === "") return "name_missing";
  if (wanted.includes(":")) return "name_colon";
  if (wanted.length > limits.name) return "name_long";
  return all.some((other) => other !== playbook && normalize(other.name) === wanted) ? "name_taken" : null;
}

function validateStep({ text, days }: Step): Fault | null {
  if (text.trim() === "") return "text_missing";
  if (text.trim().length > limits.text) return "text_long";
  return Number.isInteger(days) && days >= 0 && days <= limits.days ? null : "days_range";
}

function normalize(name: string): string {
  return name.trim().toLocaleLowerCase();
}
