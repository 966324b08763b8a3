import type { AnyNode, CallExpression, Expression } from "../engines/javascript";
import type { Script } from "./create-script";
import { methodOf, objectIn, receiverOf, memberOf, textOf } from "./read-call";
import { selectorOf } from "./selector-of";

/** A change of elements that the code finds by a selector. */
export interface PageWrite {
  readonly node: AnyNode;
  readonly selector: string;
  readonly action: "insert" | "remove" | "hide" | "move" | "change";
}

const actions: Readonly<Record<string, PageWrite["action"]>> = {
  append: "insert",
  prepend: "insert",
  after: "insert",
  before: "insert",
  insertAdjacentHTML: "insert",
  insertAdjacentElement: "insert",
  appendChild: "insert",
  wrap: "change",
  wrapAll: "change",
  wrapInner: "change",
  replaceWith: "remove",
  replaceChildren: "remove",
  remove: "remove",
  removeChild: "remove",
  detach: "remove",
  empty: "remove",
  hide: "hide",
  fadeOut: "hide",
  slideUp: "hide",
  html: "change",
  text: "change",
  addClass: "change",
  removeClass: "change",
  toggleClass: "change",
  toggle: "change",
  css: "change",
  attr: "change",
  removeAttr: "change",
  animate: "change",
};
/** Read without an argument, or with one. */
const reads: Readonly<Record<string, number>> = { html: 0, text: 0, css: 1, attr: 1 };
const moving = /^(?:appendTo|prependTo|insertAfter|insertBefore)$/;

/** What a script changes in the page, as far as it says by a selector of what. */
export function findPageWrites(script: Script): readonly PageWrite[] {
  const found: PageWrite[] = [];
  const add = (node: AnyNode, selector: string | null, action: PageWrite["action"]) => {
    if (selector !== null && !selector.trimStart().startsWith("<")) found.push({ node, selector, action });
  };
  for (const call of script.nodesOf("CallExpression")) {
    const method = methodOf(call, script);
    const receiver = receiverOf(call);
    if (method === null || receiver === null) continue;
    if (moving.test(method)) {
      add(call, selectorOf(script, receiver), "move");
      const [target] = call.arguments;
      if (target !== undefined && target.type !== "SpreadElement")
        add(call, textOf(script, target) ?? selectorOf(script, target), "insert");
      continue;
    }
    const action = Object.hasOwn(actions, method) ? actions[method] : undefined;
    if (action === undefined || isRead(script, call, method)) continue;
    add(call, selectorOf(script, receiver), isHiding(script, call, method) ? "hide" : action);
    // What is put in leaves the place where it was.
    if (action === "insert")
      for (const argument of call.arguments) add(call, selectorOf(script, argument as AnyNode), "move");
  }
  for (const { left, start, end, right } of script.nodesOf("AssignmentExpression")) {
    if (left.type !== "MemberExpression") continue;
    const changed = changedElement(left);
    const hides =
      isNone(script, right) && left.property.type === "Identifier" && left.property.name === "display";
    if (changed !== null)
      add({ ...left, start, end }, selectorOf(script, changed), hides ? "hide" : "change");
  }
  return found;
}

function isRead(script: Script, { arguments: args }: CallExpression, method: string): boolean {
  const most = reads[method];
  return most !== undefined && args.length <= most && objectIn(script, args[0]) === null;
}

function isHiding(script: Script, { arguments: args }: CallExpression, method: string): boolean {
  if (method === "addClass") return /\b(?:h-)?hidden\b|\bhide\b/.test(textOf(script, args[0]) ?? "");
  if (method !== "css") return false;
  const display =
    memberOf(objectIn(script, args[0]), "display") ??
    (textOf(script, args[0]) === "display" ? args[1] : null);
  return isNone(script, display);
}

function isNone(script: Script, node: CallExpression["arguments"][number] | null | undefined): boolean {
  return textOf(script, node) === "none";
}

/** Of `element.innerHTML = x` and `element.style.color = x` the element. */
function changedElement({
  object,
  property,
}: Extract<AnyNode, { type: "MemberExpression" }>): Expression | null {
  const name = property.type === "Identifier" ? property.name : "";
  if (object.type === "Super") return null;
  if (/^(?:innerHTML|outerHTML|textContent|innerText|className|hidden)$/.test(name)) return object;
  const isStyle =
    object.type === "MemberExpression" &&
    object.property.type === "Identifier" &&
    object.property.name === "style" &&
    object.object.type !== "Super";
  return isStyle ? (object.object as Expression) : null;
}
