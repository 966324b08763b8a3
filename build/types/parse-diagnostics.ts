import { createProblem, type Problem } from "../../src/manifest/problem";

/**
 * The problems that TypeScript's compiler printed with `--pretty false`: one line each, and below it, indented, what
 * led there.
 *
 * @example
 * parseDiagnostics("widget/a.ts(1,7): error TS2322: Type 'string' is not assignable to type 'number'.\n")
 */
export function parseDiagnostics(output: string): Problem[] {
  const problems: Problem[] = [];
  for (const line of output.split(/\r?\n/)) {
    const last = problems.at(-1);
    const head = /^(?:(.+)\((\d+),(\d+)\): )?error (TS\d+): (.*)$/.exec(line);
    if (head !== null) {
      const [, file, row, column, code, text] = head;
      problems.push(
        createProblem({
          code: "KB200",
          message: `${text} (${code})`,
          file: file ?? null,
          line: row === undefined ? null : Number(row),
          column: column === undefined ? null : Number(column),
        }),
      );
    } else if (last !== undefined && line.startsWith("  ")) {
      problems[problems.length - 1] = { ...last, message: `${last.message}\n${line.slice(2)}` };
    }
  }
  return problems;
}
