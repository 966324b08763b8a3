/** As much of RequireJS 2.3.8 as the emulator uses. */
export interface RequireJs {
  (
    names: readonly string[],
    ready?: (...modules: never[]) => void,
    failed?: (error: RequireError) => void,
  ): unknown;
  config(options: object): void;
  toUrl(name: string): string;
  /** Loads the script of a module; a page may put its own in its place. */
  load: (context: RequireContext, name: string, url: string) => void;
  /** The state of the page's RequireJS; `_` is the context of whoever names none. */
  readonly s: { readonly contexts: { readonly _: { nextTick: (run: () => void) => void } } };
}

export interface RequireContext {
  /** The script of the module has run. */
  completeLoad(name: string): void;
}

export interface RequireError extends Error {
  readonly requireType?: string;
  /** What a factory threw, or the event of the script that did not come. */
  readonly originalError?: unknown;
}

export interface Define {
  (name: string, dependencies: readonly string[], factory: () => unknown): void;
}

/** Kommo: loader plugins; the shape is RequireJS's. */
export interface LoaderPlugin {
  load(name: string, require: RequireJs, onload: Onload): void;
  normalize?(name: string, normalize: (name: string) => string): string;
}

export interface Onload {
  (value: unknown): void;
  error(reason: unknown): void;
}
