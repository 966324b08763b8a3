import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { readAuthorText } from "./read-author-file";

/**
 * What `env()` sees in a manifest: the variables of the process, before them nothing, behind them those of the file
 * `.env` in the project's root.
 */
export function readEnvironment(root: string, process: NodeJS.ProcessEnv): Record<string, string> {
  const fromFile = existsSync(join(root, ".env")) ? parseEnv(readAuthorText(root, ".env", "")) : {};
  return Object.fromEntries(
    Object.entries({ ...fromFile, ...process }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
