import { cac } from "cac";
import { version } from "../../package.json";
import { commands } from "./commands";

/** The command line was used wrongly: an unknown command, an unknown option, a missing value. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface CommandLine {
  run(args: readonly string[]): Promise<number>;
}

/** The command line as cac sees it: one entry of the table of commands each, heavy modules loaded by the command. */
export function createCommandLine(): CommandLine {
  const cli = cac("komponent");
  cli.help();
  cli.version(version);
  for (const command of commands) {
    const entry = cli.command(command.usage, command.description);
    for (const [flag, description, config] of command.options) entry.option(flag, description, config);
    entry.action(command.run);
  }
  return {
    async run(args) {
      const { options } = parse(() => cli.parse(["node", "komponent", ...args], { run: false }));
      if (options["help"] || options["version"]) return 0;
      if (!cli.matchedCommand) {
        if (args.length > 0) throw new UsageError(`There is no command "${args[0]}".`);
        cli.outputHelp();
        return 2;
      }
      const result = parse(() => cli.runMatchedCommand() as Promise<number> | number | undefined);
      return (await result) ?? 0;
    },
  };
}

// cac throws its own error class for unknown options and missing arguments; its message is the user's to read.
function parse<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof Error && error.name === "CACError") throw new UsageError(error.message);
    throw error;
  }
}
