import type { PageEvidence } from "../../../src/checker/page-evidence";
import { UserError } from "../../../src/manifest/problem";
import type { WidgetFiles } from "../../archive/widget-files";
import { createArchiveSource } from "../../dev/archive-source";
import { runWidget } from "./run-widget";

/**
 * Runs the widget that lies at the path as `dev --widget` serves it. One that the emulator cannot serve at all gives
 * evidence of nothing, with the reason.
 *
 * @throws UserError KB901 or KB902 where there is no Chromium
 */
export async function runTarget(path: string, tell: (step: string) => void): Promise<PageEvidence> {
  const opened = await openTarget(path);
  if (typeof opened !== "string") return runWidget(opened.code, opened.files, tell);
  return { areas: [{ area: "the widget", failure: opened }], removal: { failure: opened }, sights: [] };
}

/** A text is the reason why there is nothing to run. */
async function openTarget(path: string): Promise<{ code: string; files: WidgetFiles } | string> {
  try {
    const source = createArchiveSource(path);
    const { files } = await source.read(null);
    return { code: source.code, files: files ?? new Map() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems[0]?.message ?? "it cannot be read";
  }
}
