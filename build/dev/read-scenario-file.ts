import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createJsonDocument } from "../../src/checker/json/json-document";
import { createLocator } from "../../src/checker/widget/text-file";
import { readScenario, type Scenario } from "../../src/emulator/scenario/read-scenario";
import { createProblem, UserError } from "../../src/manifest/problem";
import type { WidgetFiles } from "../archive/widget-files";
import { createArchiveSource } from "./archive-source";

/** A scenario with the files of the other widgets that it names. */
export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly beside: readonly { readonly code: string; readonly files: WidgetFiles }[];
}

/**
 * Reads a scenario's file and the widgets beside. Their paths are relative to the file.
 *
 * @throws UserError KB820, KB821 with line and column, KB823 where there is no file, KB810 for a widget that is none
 */
export async function readScenarioFile(path: string): Promise<OpenedScenario> {
  const text = readText(path);
  const document = createJsonDocument(path, text);
  const locate = createLocator(text);
  const scenario = readScenario(text, {
    file: path,
    locate: (place) => locate(document.nearestOffset(place)),
  });
  const beside = (scenario.widgets ?? []).map(async (widget) => {
    const source = createArchiveSource(resolve(dirname(path), widget.path));
    const { files } = await source.read(null);
    return { code: widget.code ?? source.code, files: files ?? new Map() };
  });
  return { scenario, beside: await Promise.all(beside) };
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EISDIR") {
      throw new UserError(
        createProblem({
          code: "KB823",
          message: `The scenario ${path} is a folder.`,
          found: "a folder",
          expected: "a JSON file",
          fix: "name the file in it after --scenario.",
        }),
      );
    }
    throw new UserError(
      createProblem({
        code: "KB823",
        message: `There is no scenario at ${path}.`,
        found: (error as NodeJS.ErrnoException).code ?? String(error),
        expected: "a JSON file",
        fix: "check the path after --scenario.",
      }),
    );
  }
}
