/** What a run of the widget in a real page brought to light. Handed in by whoever can open one. */
export interface PageEvidence {
  /** The areas that were opened. */
  readonly areas: readonly string[];
}
