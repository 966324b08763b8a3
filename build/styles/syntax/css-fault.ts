/** What is wrong with a sheet, and at which offset of its text. */
export interface CssFault {
  readonly code: `KB4${string}`;
  readonly severity?: "warning";
  readonly offset: number;
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly fix?: string;
}

/** Ends the reading of a sheet: behind this fault nothing can be told for sure. */
export class CssStop extends Error {
  constructor(readonly fault: CssFault) {
    super(fault.message);
  }
}
