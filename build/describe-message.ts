import { createProblem, type Problem } from "../src/manifest/problem";
import type { Message } from "./bundler";

/**
 * A message of esbuild as a problem: its place counts columns in bytes from 0, ours in characters from 1. `details`
 * replace its text where we can say more.
 */
export function describeMessage(
  { text, location }: Message,
  details: Pick<Problem, "code"> & Partial<Problem>,
): Problem {
  const found = location === null ? null : trimLine(location.lineText);
  return createProblem({
    message: endSentence(text),
    file: location?.file ?? null,
    line: location?.line ?? null,
    column: location === null ? null : countCharacters(location.lineText, location.column) + 1,
    found,
    ...details,
    // esbuild reads the options of TypeScript that stand beside a source, whatever it bundles.
    ...(/tsconfig[^/]*\.json$/.test(location?.file ?? "") && { code: "KB203" }),
  });
}

function countCharacters(line: string, bytes: number): number {
  return Buffer.from(line).subarray(0, bytes).toString().length;
}

function trimLine(line: string): string | null {
  const text = line.trim();
  if (text === "") return null;
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
