import { isBuiltin } from "node:module";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { bundle, type Message, type Plugin } from "../bundler";
import { describeMessage } from "../describe-message";
import type { Project } from "../project/open-project";
import { listFrameworkEntries } from "../script/framework-entries";
import { traceToSource } from "../source-map";

/** A manifest takes microseconds; what takes longer than this does not end. Milliseconds. */
const longestEvaluation = 2000;

export interface EvaluatedManifest {
  /** What `widget/manifest.ts` exports by default, as it is: of another context, and nothing of it has been checked. */
  readonly value: unknown;
  /** The files that it was made of, relative to the root. */
  readonly inputs: readonly string[];
}

/**
 * Runs `widget/manifest.ts` in a context of its own that has the language and nothing else, for two seconds at most.
 *
 * @throws UserError KB191 to KB195, at the author's line
 */
export async function evaluateManifest({ root, manifest }: Project): Promise<EvaluatedManifest> {
  const { errors, files, metafile } = await bundle({
    absWorkingDir: root,
    entryPoints: [manifest],
    outfile: join(root, "manifest.js"),
    bundle: true,
    format: "iife",
    globalName: "exported",
    target: "node20",
    sourcemap: "external",
    alias: listFrameworkEntries(),
    plugins: [refuseNode],
  });
  if (errors.length > 0) throw new UserError(errors.map(describe));

  const map = new TextDecoder().decode(files.get("manifest.js.map"));
  const code = new TextDecoder().decode(files.get("manifest.js"));
  const exported = run(code, map, manifest);
  // A file without any export gives no object.
  if (!Object.hasOwn(Object(exported), "default")) throw new UserError(withoutDefault(manifest));
  return { value: exported["default"], inputs: Object.keys(metafile.inputs) };
}

/** The manifest is data: what it would read from the machine would differ from one machine to the next. */
const refuseNode: Plugin = {
  name: "refuse-node",
  setup(build) {
    build.onResolve({ filter: /^[a-z]/ }, ({ path }) =>
      isBuiltin(path) ? { errors: [{ text: `It imports "${path}" of Node`, detail: "node" }] } : null,
    );
  },
};

function describe(message: Message): Problem {
  if (message.detail !== "node") return describeMessage(message, { code: "KB191" });
  return describeMessage(message, {
    code: "KB195",
    expected: "data, and imports of data: JSON files and modules of your own",
    fix: 'take what differs between machines from env("NAME"), and all else from a JSON file.',
  });
}

function run(code: string, map: string, file: string): Record<string, unknown> {
  const context = createContext({ console }, { codeGeneration: { strings: false, wasm: false } });
  try {
    return new Script(`${code};exported`, { filename }).runInContext(context, { timeout: longestEvaluation });
  } catch (error) {
    throw new UserError(describeThrow(error, map, file));
  }
}

const filename = "komponent-manifest.js";

// The error was thrown in another context: it is no instance of this one's Error.
function describeThrow(thrown: unknown, map: string, file: string): Problem {
  const { message, stack, code } = toErrorLike(thrown);
  if (code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
    return createProblem({
      code: "KB193",
      message: `The manifest did not end within ${longestEvaluation / 1000} seconds.`,
      file,
      fix: "look for a loop that never ends.",
    });
  }
  const [, line, column] = new RegExp(`${filename}:(\\d+)(?::(\\d+))?`).exec(stack) ?? [];
  const place = line === undefined ? null : traceToSource(map, Number(line), Number(column ?? 1));
  return createProblem({
    code: "KB192",
    message: "The manifest threw an error when it was evaluated.",
    ...(place ?? { file }),
    found: message,
    expected: "data only; no DOM, no Node, no timers are there",
    fix: "make this line work without them.",
  });
}

function toErrorLike(thrown: unknown): { message: string; stack: string; code: unknown } {
  if (typeof thrown !== "object" || thrown === null) {
    return { message: String(thrown), stack: "", code: undefined };
  }
  const { name, message, stack, code } = thrown as Record<string, unknown>;
  return { message: `${String(name)}: ${String(message)}`, stack: String(stack), code };
}

function withoutDefault(file: string): Problem {
  return createProblem({
    code: "KB194",
    message: "The manifest exports nothing by default.",
    file,
    expected: "export default defineManifest({ … })",
    fix: 'write "export default" before defineManifest.',
  });
}
