import { UsageError } from "./usage-error";

/** What cac parsed: numbers where a value looks like one, an array where an option stands twice. */
export type Options = Readonly<Record<string, unknown>>;

/** The text of an option that takes one; undefined where it was not given. */
export function readText(options: Options, name: string): string | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new UsageError(`--${name} takes one value.`, `give it once: --${name} <value>.`);
}

/** The number of an option that takes a whole one within the limits; undefined where it was not given. */
export function readNumber(options: Options, name: string, least: number, most: number): number | undefined {
  const text = readText(options, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(
    `--${name} ${text} is not possible.`,
    `give a whole number from ${least} to ${most}: --${name} ${Math.max(least, Math.min(most, 3000))}.`,
  );
}

/** Whether a switch is on; switches that begin with "no-" are on unless given. */
export function readSwitch(options: Options, name: string): boolean {
  return options[name] === true;
}

/** The value of an option that knows a few; undefined where it was not given. */
export function readChoice<T extends string>(
  options: Options,
  name: string,
  choices: readonly T[],
): T | undefined {
  const text = readText(options, name);
  const chosen = choices.find((choice) => choice === text);
  if (text === undefined || chosen !== undefined) return chosen;
  throw new UsageError(`--${name} ${text} is not possible.`, `give one of: ${choices.join(", ")}.`);
}
