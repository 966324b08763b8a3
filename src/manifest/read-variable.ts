import type { Env } from "./env";

/** What `env("NAME")` may read: the environment of the build. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The value of a variable; none when it is missing or empty. */
export function readVariable({ env: name }: Env, environment: Environment): string | undefined {
  const value = Object.hasOwn(environment, name) ? environment[name]?.trim() : undefined;
  return value === "" ? undefined : value;
}
