import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { findEncodingFault } from "./find-encoding-fault";

/** No text of a widget comes near; what is larger is a mistake or an attack. */
export const largestText = 4 * 1024 * 1024;

/**
 * Reads a text file of the author's: UTF-8 without BOM, at most 4 MB. `fix` says how to mend it when it is missing.
 *
 * @throws UserError KB701 missing, KB702 encoding, KB703 size, KB704 not readable
 */
export function readAuthorText(root: string, file: string, fix: string): string {
  const bytes = readAuthorFile(root, file, fix);
  const problem = checkText(file, bytes);
  if (problem !== null) throw new UserError(problem);
  return new TextDecoder().decode(bytes);
}

/** Tells what is wrong with the bytes of a text file of the author's; null where nothing is. */
export function checkText(file: string, bytes: Uint8Array): Problem | null {
  if (bytes.length > largestText) return tooLarge(file, bytes.length);
  const fault = findEncodingFault(bytes);
  if (fault === null) return null;
  return createProblem({
    code: "KB702",
    message: `The file ${fault.found}.`,
    file,
    line: fault.line,
    expected: "text in UTF-8 without BOM",
    fix: 'save it as "UTF-8" (in Visual Studio Code: "Save with Encoding", then UTF-8).',
  });
}

function readAuthorFile(root: string, file: string, fix: string): Uint8Array {
  try {
    const path = join(root, file);
    const { size } = statSync(path);
    if (size > largestText) throw new UserError(tooLarge(file, size));
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(describeFailure(file, error as NodeJS.ErrnoException, fix));
  }
}

function tooLarge(file: string, size: number): Problem {
  return createProblem({
    code: "KB703",
    message: "The file is too large.",
    file,
    found: `${(size / 1024 / 1024).toFixed(1)} MB`,
    expected: `at most ${largestText / 1024 / 1024} MB`,
    fix: "split it, or move data out of the widget.",
  });
}

function describeFailure(file: string, error: NodeJS.ErrnoException, fix: string): Problem {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") {
    return createProblem({ code: "KB701", message: `There is no file ${file}.`, file, fix });
  }
  return createProblem({
    code: "KB704",
    message: "The file cannot be read.",
    file,
    found: error.code === "EISDIR" ? "a folder" : (error.code ?? error.message),
    expected: "a file that the build may read",
    fix: "check its kind and its rights.",
  });
}
