import type { AnyNode, CallExpression } from "../engines/javascript";
import type { Script } from "./create-script";
import { methodOf, receiverOf, valueOf } from "./read-call";

/** A text that a script puts into the page as markup. */
export interface InsertedMarkup {
  readonly node: AnyNode;
  /** Parts that only a running page knows are `hole`; null where all of it is. */
  readonly text: string | null;
}

const byJQuery =
  /^(?:html|append|prepend|after|before|replaceWith|wrap|wrapAll|wrapInner|appendTo|prependTo|insertAfter|insertBefore)$/;

/** What goes into the page as markup: jQuery's ways, `innerHTML`, `insertAdjacentHTML`, fragments, `document.write`. */
export function listInsertedMarkup(script: Script): readonly InsertedMarkup[] {
  const found: InsertedMarkup[] = [];
  const add = (node: AnyNode) => found.push({ node, text: script.stringOf(node) });
  for (const call of script.nodesOf("CallExpression")) {
    const path = script.pathOf(call.callee as AnyNode);
    const method = methodOf(call, script) ?? "";
    const [first, second] = call.arguments;
    if (path === "jQuery" && first !== undefined && script.stringOf(first)?.trimStart().startsWith("<"))
      add(first as AnyNode);
    else if (method === "insertAdjacentHTML" && second !== undefined) add(second as AnyNode);
    // Unlike those of innerHTML, the scripts of such a fragment run.
    else if (method === "createContextualFragment" && first !== undefined) add(first as AnyNode);
    else if (/^document\.write(?:ln)?$/.test(path ?? ""))
      for (const argument of call.arguments) add(argument as AnyNode);
    else if (byJQuery.test(method) && takesMarkup(script, call))
      for (const argument of call.arguments) add(argument as AnyNode);
  }
  for (const { left, right } of script.nodesOf("AssignmentExpression"))
    if (left.type === "MemberExpression" && /^(?:inner|outer)HTML$/.test(nameOf(script, left))) add(right);
  return found;
}

/** `formData.append(key, value)` puts nothing into the page, and an element of the browser takes a text for a text. */
function takesMarkup(script: Script, call: CallExpression): boolean {
  const receiver = receiverOf(call);
  if (receiver === null || script.pathOf(receiver)?.startsWith("document.")) return false;
  return valueOf(script, receiver).type !== "NewExpression";
}

function nameOf(script: Script, member: Extract<AnyNode, { type: "MemberExpression" }>): string {
  if (member.computed) return script.stringOf(member.property) ?? "";
  return member.property.type === "Identifier" ? member.property.name : "";
}
