import { existsSync } from "node:fs";
import { join } from "node:path";
import { createJsonDocument } from "../../src/checker/json/json-document";
import { createLocator } from "../../src/checker/widget/text-file";
import { createProblem, UserError } from "../../src/manifest/problem";
import { readBudget, type Budget } from "../sizes/check-budget";
import { readAuthorText } from "./read-author-file";

/** What an author may set in package.json under `komponent`. */
export interface ProjectSettings {
  /** From `komponent.budget`. */
  readonly budget: Budget;
}

/**
 * Reads the settings of a project; one without package.json has none.
 *
 * @throws UserError KB731 and KB733, at their lines
 */
export function readSettings(root: string): ProjectSettings {
  const file = "package.json";
  if (!existsSync(join(root, file))) return { budget: new Map() };
  const text = readAuthorText(root, file, "");
  const document = createJsonDocument(file, text);
  const locate = createLocator(text);
  const [fault] = document.faults;
  if (fault !== undefined) {
    throw new UserError(
      createProblem({
        code: "KB733",
        message: "package.json is not valid JSON.",
        file,
        ...locate(fault.start),
        found: fault.message,
        fix: "mend the file; npm needs it too.",
      }),
    );
  }
  const settings = memberOf(document.value, "komponent");
  return { budget: readBudget(memberOf(settings, "budget"), (path) => locate(document.nearestOffset(path))) };
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
