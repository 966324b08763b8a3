import {
  parse,
  type AnyNode,
  type Comment,
  type Expression,
  type Options,
  type Program,
} from "../engines/javascript";
import { createScopeAnalyzer, type ScopeAnalysis } from "./analyze-scope";
import { foldString } from "./fold-string";
import { lazy, memoize } from "../widget/lazy";
import { listCalls, type Call } from "./list-calls";
import { tracePaths } from "./trace-paths";
import { walkNodes } from "./walk-nodes";

export type NodeType = AnyNode["type"];
export type NodeOf<T extends NodeType> = Extract<AnyNode, { type: T }>;

/** One JavaScript file, parsed and walked once for all rules. */
export interface Script {
  readonly file: string;
  readonly source: string;
  readonly program: Program;
  readonly comments: readonly Comment[];
  /** Parsed as a module because it holds import or export: the host cannot load it as it is. */
  readonly isModule: boolean;
  readonly scope: ScopeAnalysis;
  /** All nodes of one type, in the order of the source; each knows its `parent`. */
  nodesOf<T extends NodeType>(type: T): readonly NodeOf<T>[];
  /** See `tracePaths`: "document.createElement", "jQuery.ajax", "this.system().area", or null. */
  pathOf(node: AnyNode | Expression): string | null;
  /** Calls and `new` of what has a path, in the order of the source. */
  readonly calls: readonly Call[];
  /** See `foldString`. */
  stringOf(node: AnyNode | Expression): string | null;
  /** What a function reads from the script, read once however many rules ask. */
  once<T>(read: (script: Script) => T): T;
}

export interface SyntaxFault {
  readonly message: string;
  readonly offset: number;
}

/** Parses a classic script; a file with import or export is read as a module, so that other rules still see it. */
export function parseScript(file: string, source: string): Script | SyntaxFault {
  const classic = tryParse(source, "script");
  if ("program" in classic) return createScript(file, source, classic.program, classic.comments);
  const asModule = tryParse(source, "module");
  if ("program" in asModule) return createScript(file, source, asModule.program, asModule.comments);
  return classic;
}

/** Makes a script of a tree that an editor's parser has made already. */
export function createScript(
  file: string,
  source: string,
  program: Program,
  comments: readonly Comment[],
): Script {
  const byType = new Map<string, AnyNode[]>();
  const analyzer = createScopeAnalyzer();
  walkNodes(program, (node) => {
    analyzer.visit(node);
    const list = byType.get(node.type);
    if (list === undefined) byType.set(node.type, [node]);
    else list.push(node);
  });
  const scope = analyzer.finish();
  const nodesOf = <T extends NodeType>(type: T) => (byType.get(type) ?? []) as NodeOf<T>[];
  const paths = lazy(() => tracePaths(scope, nodesOf("ThisExpression")));
  const calls = lazy(() =>
    listCalls([...nodesOf("CallExpression"), ...nodesOf("NewExpression")], (node) => paths().get(node)),
  );
  const script: Script = {
    file,
    source,
    program,
    comments,
    isModule: program.sourceType === "module",
    scope,
    nodesOf,
    pathOf: (node) => paths().get(node as AnyNode) ?? null,
    get calls() {
      return calls();
    },
    stringOf: (node) => foldString(node, scope),
    once: memoize(() => script),
  };
  return script;
}

function tryParse(
  source: string,
  sourceType: "script" | "module",
): { program: Program; comments: Comment[] } | SyntaxFault {
  const comments: Comment[] = [];
  const options: Options = {
    ecmaVersion: "latest",
    sourceType,
    onComment: comments,
    allowHashBang: true,
    allowReturnOutsideFunction: false,
  };
  try {
    return { program: parse(source, options), comments };
  } catch (error) {
    return describeFault(error);
  }
}

function describeFault(error: unknown): SyntaxFault {
  if (error instanceof SyntaxError && "pos" in error) {
    return { message: error.message.replace(/ \(\d+:\d+\)$/, ""), offset: Number(error.pos) };
  }
  // The parser is recursive; a script nested deeper than its stack is hostile or machine-made.
  if (error instanceof RangeError) return { message: "The code nests too deeply to be read", offset: 0 };
  throw error;
}
