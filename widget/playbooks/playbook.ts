/** A named list of follow-up tasks. The whole array is what the settings modal saves. */
export interface Playbook {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** One task to be: what, of which type, how many days from the day it is applied, and for whom. */
export interface Step {
  readonly text: string;
  /** An id of the account's task types; 1 is the follow-up that every account has. */
  readonly taskType: number;
  readonly days: number;
  /** The person responsible for the card, the person who applies the playbook, or one user by id. */
  readonly assignee: "responsible" | "current" | number;
}

/** What the settings accept; the host keeps all playbooks in one field. */
export const limits = { playbooks: 30, steps: 50, name: 60, text: 200, days: 365 } as const;
