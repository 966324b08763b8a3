/** One command of the command line; `run` gets what cac parsed and gives the exit code. */
export interface Command {
  /** In cac's notation: `check <path>`. */
  readonly usage: string;
  readonly description: string;
  readonly options: readonly (readonly [flag: string, description: string, config?: { default?: unknown }])[];
  readonly run: (...args: never[]) => Promise<number>;
}

/** Every command; each loads its modules when it runs, so that `--help` stays quick. */
export const commands: readonly Command[] = [
  {
    usage: "test [...filters]",
    description: "Check types, style and behaviour of this repository",
    options: [],
    run: async (filters: string[]) => (await import("../commands/test")).runTests(filters),
  },
];
