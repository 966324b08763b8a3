import type { Letter } from "../../model/entities";
import type { ModelView } from "../../model/model";

export type Folder = "inbox" | "sent" | "drafts";

export interface Thread {
  readonly id: number;
  /** Oldest first; never empty. */
  readonly letters: readonly [Letter, ...Letter[]];
  readonly last: Letter;
}

const typeOf = { inbox: "incoming", sent: "outgoing", drafts: null } as const;

/** The threads of a folder, the latest first: those that have a letter of its kind. Nobody writes drafts here. */
export function listThreads(model: ModelView, folder: Folder): readonly Thread[] {
  return collectThreads(model)
    .filter(({ letters }) => letters.some(({ type }) => type === typeOf[folder]))
    .sort((one, other) => other.last.created_at - one.last.created_at || other.id - one.id);
}

export function findThread(model: ModelView, id: number | null): Thread | undefined {
  return collectThreads(model).find((thread) => thread.id === id);
}

function collectThreads(model: ModelView): Thread[] {
  const threads = new Map<number, [Letter, ...Letter[]]>();
  const all = [...model.tables.letters.all()].sort((one, other) => one.created_at - other.created_at);
  for (const letter of all) {
    const thread = threads.get(letter.thread_id);
    if (thread === undefined) threads.set(letter.thread_id, [letter]);
    else thread.push(letter);
  }
  return [...threads].map(([id, letters]) => ({ id, letters, last: letters.at(-1) ?? letters[0] }));
}
