/**
 * What a run of the widget in a real page brought to light. Handed in by whoever can open one; texts and numbers of
 * entries are bounded, because the page that they come from may be hostile.
 */
export interface PageEvidence {
  /** The areas that the manifest lists and a page shows, each of them once. */
  readonly areas: readonly VisitedArea[];
  /** How switching the widget off went. */
  readonly removal: Outcome;
  readonly sights: readonly Sight[];
}

/** Why it could not be looked at, as the end of a sentence; null where it was. */
export interface Outcome {
  readonly failure: string | null;
}

export interface VisitedArea extends Outcome {
  readonly area: string;
}

/** One thing that was seen, in however many areas. */
export interface Sight {
  readonly kind: SightKind;
  readonly areas: readonly string[];
  /** The node as a selector; or the method, the host, the name that it is about. */
  readonly subject: string;
  /** What was seen of it, as a part of a sentence. */
  readonly detail: string;
  /** The widget's lines that did it, the innermost first; empty where nobody knows. */
  readonly places: readonly CodePlace[];
}

export interface CodePlace {
  /** Relative to the archive's root. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export const sightKinds = [
  /** A node of the CRM outside every interface that a widget may change. */
  "outside",
  /** A node of a page that the widget may change, outside its own places: for the eyes of a person. */
  "interface",
  "menu",
  "neighbour",
  "trigger-window",
  /** Lies over controls of the CRM. */
  "cover",
  /** At the bottom, or below it. */
  "bar",
  "drop-zone",
  /** Save is not below all fields. */
  "save",
  "contrast",
  /** There is more of it after each visit. */
  "growth",
  /** Still there after the widget was switched off. */
  "remains",
  /** Thrown, after the widget was switched off. */
  "late-error",
  /** Thrown while it ran. */
  "error",
  /** The host's button for installing, pressed by code. */
  "pressed",
  "synchronous",
  "console",
  "dialog",
  "foreign-script",
  "foreign-request",
] as const;

export type SightKind = (typeof sightKinds)[number];
