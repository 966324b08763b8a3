import type { Problem } from "../../src/manifest/problem";
import type { WidgetFiles } from "../archive/widget-files";

/** Where the widget of `dev` comes from: a project that is compiled, or an archive as it lies there. */
export interface WidgetSource {
  /** The code under which the account knows the widget. */
  readonly code: string;
  /** Reads the widget for the first time, or again after these files changed. */
  read(changed: ReadonlySet<string> | null): Promise<ReadResult>;
  /** What to watch: folders with all below them, and single files. Asked after each reading. */
  watched(): { readonly folders: readonly string[]; readonly files: readonly string[] };
  /** Work that nobody waits for: types, rules. Tells what it found; an abort ends it. */
  checkBeside?(signal: AbortSignal): Promise<readonly Problem[]>;
  close(): Promise<void>;
}

/** `files` is null where the widget is broken; then `problems` has errors. */
export interface ReadResult {
  readonly files: WidgetFiles | null;
  readonly problems: readonly Problem[];
}
