// Type tests. Each folder of `test/types/fixtures` is one TypeScript program with a tsconfig.json of its own; each .ts
// or .tsx file in it is a case whose name says what it shows. A comment `// ^ text` expects an error at the nearest
// line of code above it, with that text in the message; several of them expect several texts. An error that no
// comment expects, and an expectation that no error meets, fail the case. `test/types/types.test.ts` finds folders
// and cases by itself: to add a type test, add a file.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findPackageRoot } from "../../build/package-root";

export interface TypeCase {
  readonly name: string;
  /** `line: text` of each expectation that no error met. */
  readonly missing: readonly string[];
  /** `line: message` of each error that no comment expects. */
  readonly unexpected: readonly string[];
}

interface TypeMessage {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

const root = findPackageRoot();

/** Runs the compiler once over a folder of fixtures and compares what it says with what the comments expect. */
export function checkTypes(folder: string): TypeCase[] {
  const messages = compile(folder);
  return listCases(folder).map((name) => compareCase(folder, name, messages));
}

export function listCases(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".d.ts"))
    .sort();
}

function compile(folder: string): TypeMessage[] {
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "-p", folder, "--pretty", "false", "--noErrorTruncation"];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
  const messages: TypeMessage[] = [];
  for (const line of stdout.split("\n")) {
    const start = /^(.+?)\((\d+),\d+\): error (.*)$/.exec(line);
    if (start) messages.push({ file: String(start[1]), line: Number(start[2]), text: String(start[3]) });
    else if (line.startsWith(" ")) continueMessage(messages, line);
    else if (line.trim() !== "") throw new Error(`The compiler said something unexpected: ${line}`);
  }
  const foreign = messages.filter(({ file }) => file.startsWith("..") && !file.includes("node_modules"));
  if (foreign.length > 0) throw new Error(foreign.map(({ file, text }) => `${file}: ${text}`).join("\n"));
  return messages;
}

function continueMessage(messages: TypeMessage[], line: string): void {
  const last = messages.pop();
  if (last) messages.push({ ...last, text: `${last.text}\n${line}` });
}

function compareCase(folder: string, name: string, messages: readonly TypeMessage[]): TypeCase {
  const expectations = readExpectations(readFileSync(join(folder, name), "utf8"));
  const own = messages.filter((message) => message.file === name);
  const meets = (message: TypeMessage, expected: { line: number; text: string }) =>
    message.line === expected.line && message.text.includes(expected.text);
  return {
    name,
    missing: expectations
      .filter((expected) => !own.some((message) => meets(message, expected)))
      .map(({ line, text }) => `${line}: ${text}`),
    unexpected: own
      .filter((message) => !expectations.some((expected) => meets(message, expected)))
      .map(({ line, text }) => `${line}: ${text}`),
  };
}

function readExpectations(source: string): { line: number; text: string }[] {
  let codeLine = 0;
  return source.split("\n").flatMap((content, index) => {
    const expected = /^\s*\/\/ \^ (.+)$/.exec(content);
    if (expected) return [{ line: codeLine, text: String(expected[1]) }];
    codeLine = index + 1;
    return [];
  });
}
