import { spawn } from "node:child_process";
import { createProblem, type Problem } from "../../src/manifest/problem";
import type { Project } from "../project/open-project";
import { createSourceNames } from "../script/source-names";
import { findTypeChecker } from "./find-type-checker";
import { parseDiagnostics } from "./parse-diagnostics";

/**
 * Checks the types of a widget's sources in a process of its own. An abort ends that process and gives no problems.
 */
export async function checkTypes(
  { root, tsconfig }: Project,
  signal?: AbortSignal,
): Promise<readonly Problem[]> {
  if (tsconfig === null) return [withoutOptions];
  const { code, output } = await runTypeChecker(root, tsconfig, signal);
  const problems = parseDiagnostics(output);
  // Stricter options than ours may find fault with the framework's sources, which an author cannot mend; the name of
  // a source differs from its path where it belongs to a package.
  const nameOf = createSourceNames(root);
  const own = problems.filter(({ file }) => file === null || nameOf(file) === file);
  if (code === 0 || code === null || problems.length > 0) return own;
  throw new Error(`tsc ended with ${code} and said: ${output}`);
}

const withoutOptions = createProblem({
  code: "KB201",
  message: "There is no file widget/tsconfig.json.",
  file: "widget/tsconfig.json",
  expected: '{ "compilerOptions": { "strict": true, … }, "include": [".", "../.komponent/types.d.ts"] }',
  fix: "create it, or build with --no-types.",
});

/** Runs TypeScript's compiler on one program; `code` is null where the signal ended it. */
export function runTypeChecker(
  cwd: string,
  tsconfig: string,
  signal?: AbortSignal,
): Promise<{ code: number | null; output: string }> {
  const args = ["--noEmit", "--pretty", "false", "--project", tsconfig];
  return new Promise((resolve, reject) => {
    const child = spawn(findTypeChecker(), args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
    const end = (): void => void child.kill("SIGKILL");
    if (signal?.aborted) end();
    signal?.addEventListener("abort", end);
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      signal?.removeEventListener("abort", end);
      const output = signal?.aborted ? "" : Buffer.concat(chunks).toString();
      resolve({ code: signal?.aborted ? null : code, output });
    });
  });
}
