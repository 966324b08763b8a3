import type { SightKind } from "../../../src/checker/page-evidence";

/** A sight as the page tells it: places as texts, and no area, which the page does not know. */
export interface Noted {
  readonly kind: SightKind;
  readonly subject: string;
  readonly detail: string;
  /** `script.js:120:14`, the innermost first. */
  readonly places: readonly string[];
}

export interface Notebook {
  note(kind: SightKind, subject: string, detail: string, places?: readonly string[]): void;
  read(): readonly Noted[];
}

/** A widget may do the same a million times; more of one kind tell nothing new. */
const mostOfOneKind = 40;
const longest = 300;

export function createNotebook(): Notebook {
  const noted = new Map<string, Noted>();
  const counts = new Map<SightKind, number>();
  return {
    note(kind, subject, detail, places = []) {
      const key = `${kind} ${subject} ${places[0] ?? detail}`;
      const count = counts.get(kind) ?? 0;
      if (noted.has(key) || count >= mostOfOneKind) return;
      counts.set(kind, count + 1);
      noted.set(key, { kind, subject: cut(subject), detail: cut(detail), places });
    },
    read: () => [...noted.values()],
  };
}

function cut(text: string): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
