import type { AnyNode, CallExpression, Function as FunctionNode } from "../engines/javascript";
import type { Script } from "./create-script";
import { functionIn, isFunction, isWithin, keyOf, methodOf } from "./read-call";

/** A loop that runs a call again and again. */
export interface Loop {
  /** The statement, or the call of `forEach`, `map` and the like. */
  readonly node: AnyNode;
  /** What stands in the loop: the call itself, or the call of the function that holds it. */
  readonly step: AnyNode;
  /** The functions on the way from the loop to the call. */
  readonly functions: readonly FunctionNode[];
}

const iterating =
  /^(?:forEach|map|each|filter|reduce|some|every|flatMap|times|eachSeries|eachRight|forOwn|forIn)$/;
/** Handlers of promises belong to the code that made the promise. */
const chaining = /^(?:then|done|fail|always|catch|finally|pipe)$/;
const deepest = 4;

/**
 * The loop around a call: a statement, or a function that is called for each item, also where the call stands in
 * functions of the script that the loop calls. What waits for an event or a timer is in no loop.
 */
export function findLoop(script: Script, call: AnyNode): Loop | null {
  return find(script, call, [], 0);
}

function find(script: Script, call: AnyNode, functions: readonly FunctionNode[], depth: number): Loop | null {
  let at: AnyNode = call;
  const passed = [...functions];
  for (let parent = at.parent; parent !== null; at = parent, parent = at.parent) {
    if (isRepeated(parent, at)) return { node: parent, step: call, functions: passed };
    if (!isFunction(parent)) continue;
    passed.push(parent);
    const holder = parent.parent;
    if (holder?.type === "CallExpression" && holder.callee !== parent) {
      const method = methodOf(holder, script);
      if (method !== null && iterating.test(method)) return { node: holder, step: call, functions: passed };
      if (method !== null && chaining.test(method)) continue;
      return null;
    }
    if (holder?.type === "CallExpression") continue;
    if (holder?.type === "NewExpression" && script.pathOf(holder.callee as AnyNode) === "Promise") continue;
    if (depth >= deepest || functions.includes(parent)) return null;
    for (const caller of callersOf(script, parent)) {
      if (isWithin(caller, parent)) continue;
      const loop = find(script, caller, passed, depth + 1);
      if (loop !== null) return loop;
    }
    return null;
  }
  return null;
}

/** True for the parts of a loop that run once a round. */
function isRepeated(loop: AnyNode, part: AnyNode): boolean {
  switch (loop.type) {
    case "ForStatement":
      return loop.init !== part;
    case "WhileStatement":
    case "DoWhileStatement":
      return true;
    case "ForInStatement":
    case "ForOfStatement":
      return loop.body === part;
    default:
      return false;
  }
}

/** Calls of a function of the script: by its name, or as a member of the widget or of `this`. */
function callersOf(script: Script, target: FunctionNode): readonly CallExpression[] {
  const holder = target.parent;
  const member =
    holder?.type === "Property" ||
    holder?.type === "MethodDefinition" ||
    holder?.type === "PropertyDefinition"
      ? keyOf(holder)
      : holder?.type === "AssignmentExpression" && holder.left.type === "MemberExpression"
        ? keyOf({ computed: holder.left.computed, key: holder.left.property })
        : null;
  return (
    script
      .once(indexCalls)
      .get(member ?? nameOf(target) ?? "")
      ?.filter((call) =>
        member === null
          ? call.callee.type === "Identifier" && functionIn(script, call.callee) === target
          : script.pathOf(call.callee as AnyNode) === `this.${member}`,
      ) ?? []
  );
}

function nameOf(target: FunctionNode): string | null {
  if (target.id) return target.id.name;
  const holder = target.parent;
  if (holder?.type === "VariableDeclarator" && holder.id.type === "Identifier") return holder.id.name;
  if (holder?.type === "AssignmentExpression" && holder.left.type === "Identifier") return holder.left.name;
  return null;
}

function indexCalls(script: Script): ReadonlyMap<string, readonly CallExpression[]> {
  const index = new Map<string, CallExpression[]>();
  for (const call of script.nodesOf("CallExpression")) {
    const name = call.callee.type === "Identifier" ? call.callee.name : methodOf(call, script);
    if (name === null) continue;
    const list = index.get(name);
    if (list === undefined) index.set(name, [call]);
    else list.push(call);
  }
  return index;
}
