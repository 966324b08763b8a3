import type {
  AnyNode,
  CallExpression,
  Expression,
  NewExpression,
  SpreadElement,
} from "../engines/javascript";

/** A call of something that the page or a module offers. */
export interface Call {
  readonly node: CallExpression | NewExpression;
  /** What is called, without `.call` and `.apply`: "document.createElement". */
  readonly path: string;
  /** What it gets; nothing that can be told where it is called by `.apply`. */
  readonly args: readonly (Expression | SpreadElement)[];
}

/** Lists the calls whose target has a path. */
export function listCalls(
  nodes: readonly (CallExpression | NewExpression)[],
  pathOf: (node: AnyNode) => string | undefined,
): readonly Call[] {
  const calls = nodes.flatMap((node): Call[] => {
    const path = pathOf(node.callee as AnyNode);
    if (path === undefined) return [];
    if (path.endsWith(".call")) return [{ node, path: path.slice(0, -5), args: node.arguments.slice(1) }];
    if (path.endsWith(".apply")) return [{ node, path: path.slice(0, -6), args: [] }];
    return [{ node, path, args: node.arguments }];
  });
  return calls.sort((a, b) => a.node.start - b.node.start);
}
