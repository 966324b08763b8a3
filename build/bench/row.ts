/** One figure of the bench, with what it may be at most. */
export interface BenchRow {
  readonly name: string;
  readonly budget: number;
  readonly unit: "ms" | "KB" | "MB" | "%" | "";
  readonly measure: (context: BenchContext) => Promise<number>;
}

export interface BenchContext {
  /** How often whatever takes time is measured. */
  readonly runs: number;
}

/** A row that this machine cannot measure; the message says why. */
export class NotMeasured extends Error {
  override readonly name = "NotMeasured";
}
