import type { AnyNode } from "../engines/javascript";

/**
 * Visits every node once, parents first, and notes each one's parent on it. Keeps its own stack, because a hostile
 * script nests deeper than the engine's.
 */
export function walkNodes(root: AnyNode, visit: (node: AnyNode) => void): void {
  root.parent = null;
  const stack: AnyNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    visit(node);
    // More than half of all nodes, and nothing stands in them.
    if (node.type !== "Identifier" && node.type !== "Literal") pushChildren(node, stack);
  }
}

function pushChildren(node: AnyNode, stack: AnyNode[]): void {
  const from = stack.length;
  for (const key in node) {
    if (key === "parent") continue;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) for (const item of value) pushChild(item, node, stack);
    else pushChild(value, node, stack);
  }
  // The last pushed is visited first; turned round, the walk follows the source.
  for (let low = from, high = stack.length - 1; low < high; low++, high--) {
    [stack[low], stack[high]] = [stack[high] as AnyNode, stack[low] as AnyNode];
  }
}

function pushChild(value: unknown, parent: AnyNode, stack: AnyNode[]): void {
  if (typeof value !== "object" || value === null) return;
  const node = value as AnyNode;
  if (typeof node.type !== "string") return;
  node.parent = parent;
  stack.push(node);
}
