/** Who is to blame for an error: `host` when the innermost frame of its stack lies in the emulator. */
export type Origin = "host" | "widget";

/** One callback of a widget that has run, in milliseconds from its call to its return (or to its promise's end). */
export interface CallbackEntry {
  readonly widget: string;
  readonly area: string;
  readonly name: string;
  readonly ms: number;
  readonly ok: boolean;
  readonly error?: string;
}

export interface ErrorEntry {
  readonly widget: string | null;
  readonly area: string;
  readonly message: string;
  readonly stack: string;
  readonly origin: Origin;
}

/** A member that the platform has and the emulator lacks, at the place where somebody read it. */
export interface UnsupportedEntry {
  readonly member: string;
  readonly area: string;
  readonly stack: string;
}

/** Any other name that a widget read on the widget object, on APP or on one of APP's parts. */
export interface UnknownEntry {
  readonly member: string;
  readonly area: string;
}

/**
 * Where the SDK and the loader say what happened in the page. Every method returns at once and never throws.
 * `createReport` of `./create-report` sends the entries to the server; tests pass one that keeps them.
 */
export interface Report {
  callback(entry: CallbackEntry): void;
  call(member: string): void;
  unsupported(entry: UnsupportedEntry): void;
  unknown(entry: UnknownEntry): void;
  /** The name turns out to be the widget's own, read before it was given: what waits under it is no entry. */
  own(member: string): void;
  error(entry: ErrorEntry): void;
}
