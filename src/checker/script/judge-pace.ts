import type { AnyNode, CallExpression, Expression, Function as FunctionNode } from "../engines/javascript";
import type { Script } from "./create-script";
import type { Loop } from "./find-loop";
import type { Request } from "./find-requests";
import { functionIn, isFunction, isWithin, methodOf, quote } from "./read-call";

/** How a loop sends its requests: all at once; one by one, but a page each; or with pauses between them. */
export type Pace = "at once" | "pages" | "paced";

const pausing = /(?:limit|throttl|pause|sleep|delay|wait|queue|schedul|debounce|rate|backoff)/i;
const paging = /page|offset|next|cursor|limit=|\bfrom=/i;

/** Judges a loop that sends requests by what it awaits. */
export function judgePace(script: Script, loop: Loop, request: Request): Pace {
  const places = [loop.node, ...(loop.functions as readonly AnyNode[])];
  const awaited = script
    .nodesOf("AwaitExpression")
    .filter((node) => places.some((place) => isWithin(node, place)));
  if (awaited.some(({ argument }) => isPause(script, argument, request))) return "paced";
  // A generator hands out page by page; whoever takes them decides when.
  const waits = awaited.some((node) => isWithin(request.call, node) || isWithin(loop.step, node));
  const isPaging = paging.test(request.url ?? "") || paging.test(quote(script, loop.node));
  return waits && isPaging ? "pages" : "at once";
}

function isPause(script: Script, node: Expression, request: Request): boolean {
  if (node.type === "NewExpression") return mentionsTimer(script, node);
  if (node.type !== "CallExpression" || isWithin(request.call, node)) return false;
  const name = nameOf(script, node);
  // A minifier leaves a letter of the name; what a parameter or an import brings cannot be looked into.
  const target = functionIn(script, node.callee as AnyNode);
  if (target !== null) return pausing.test(name) || mentionsTimer(script, target);
  return pausing.test(name) || name.length <= 2;
}

function nameOf(script: Script, call: CallExpression): string {
  return call.callee.type === "Identifier" ? call.callee.name : (methodOf(call, script) ?? "");
}

function mentionsTimer({ source }: Script, node: AnyNode | FunctionNode): boolean {
  return isFunction(node) || node.type === "NewExpression"
    ? source.slice(node.start, Math.min(node.end, node.start + 3000)).includes("setTimeout")
    : false;
}
