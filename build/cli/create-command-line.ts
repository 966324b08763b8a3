import { cac } from "cac";
import { version } from "../../package.json";
import { suggestName } from "../../src/manifest/suggest-name";
import { commands } from "./commands";
import { UsageError } from "./usage-error";

export interface CommandLine {
  run(args: readonly string[]): Promise<number>;
}

/** The command line as cac sees it: one entry of the table of commands each, heavy modules loaded by the command. */
export function createCommandLine(): CommandLine {
  const cli = cac("komponent");
  // cac writes it behind every switch that begins with "no-", where it says the opposite of what is meant.
  cli.help((sections) =>
    sections.map((section) => ({ ...section, body: section.body.replaceAll(" (default: true)", "") })),
  );
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
        const [name] = args;
        if (name !== undefined) throw unknownCommand(name);
        cli.outputHelp();
        return 2;
      }
      const known = cli.matchedCommand.options.flatMap(({ name, rawName }) => [name, rawName]);
      return parse(() => cli.runMatchedCommand() as Promise<number>, known);
    },
  };
}

function unknownCommand(name: string): UsageError {
  const names = commands.map(({ usage }) => usage.split(" ", 1)[0] as string);
  const meant = suggestName(name, names);
  const fix = meant === undefined ? `take one of ${names.join(", ")}.` : `did you mean "komponent ${meant}"?`;
  return new UsageError(`There is no command "${name}".`, fix);
}

// cac throws its own error class for unknown options and missing arguments; its message is the user's to read.
function parse<T>(step: () => T, flags: readonly string[] = []): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "CACError") throw error;
    throw describeMisuse(error.message, flags);
  }
}

function describeMisuse(message: string, flags: readonly string[]): UsageError {
  const [, flag] = /^Unknown option `(-.+)`$/.exec(message) ?? [];
  if (flag === undefined) {
    const text = message.slice(0, 1).toUpperCase() + message.slice(1).replaceAll("`", '"');
    return new UsageError(`${text}.`, "run the command with --help to see what it takes.");
  }
  const meant = suggestName(
    flag,
    flags.map((known) => `--${known.replace(/^-+/, "").split(" ", 1)[0]}`),
  );
  return new UsageError(
    `There is no option "${flag}".`,
    meant === undefined ? "run the command with --help to see its options." : `did you mean "${meant}"?`,
  );
}
