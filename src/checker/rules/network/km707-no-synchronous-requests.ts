import type { AnyNode, CallExpression, ObjectExpression, Property } from "../../engines/javascript";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { findLibrary } from "../../script/find-library";
import {
  isFalse,
  isFunction,
  keyOf,
  memberOf,
  methodOf,
  objectIn,
  quote,
  textOf,
  valueOf,
} from "../../script/read-call";

const requesting = /^(?:ajax|get|post|getJSON|ajaxSetup|crm_post|\$authorizedAjax|sync|fetch|save|request)$/i;

export const km707 = defineRule({
  id: "KM707",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "No request is synchronous.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  mends: true,
  holdsInLibraries: true,
  why: "Until the server answers, the whole CRM stands still: nobody can scroll, type or close.",
  good: "$.ajax({ url: url, success: show });",
  bad: "$.ajax({ url: url, async: false });",
  check(context) {
    for (const script of context.widget.scripts) {
      for (const call of script.nodesOf("CallExpression")) {
        const method = methodOf(call, script) ?? (call.callee.type === "Identifier" ? call.callee.name : "");
        if (opensSynchronously(script, call, method)) tell(context, script, call);
        const isRequest =
          requesting.test(method) || /^jQuery\.\w+$/.test(script.pathOf(call.callee as AnyNode) ?? "");
        const option = isRequest || method === "twig" ? findOption(script, call) : null;
        if (option === null) continue;
        if (isRequest)
          tell(context, script, option.property, editsFor(script, call, option.object, option.property));
        else tellOfTwig(context, script, option.property);
      }
      for (const node of script.nodesOf("AssignmentExpression"))
        if (setsOption(script, node)) tell(context, script, node);
    }
  },
  inPage: {
    sees: ["synchronous"],
    describe: (sight) => ({
      message: `The page stands still until the server answers ${nameAreas(sight)}.`,
      found: `${sight.detail} ${sight.subject}`,
      fix: "go on in the handler of the answer.",
    }),
  },
});

function opensSynchronously(script: Script, { arguments: args }: CallExpression, method: string): boolean {
  return method === "open" && isFalse(args[2]) && /^[A-Z]+$/i.test(textOf(script, args[0]) ?? "");
}

function findOption(
  script: Script,
  { arguments: args }: CallExpression,
): { object: ObjectExpression; property: Property } | null {
  for (const argument of args) {
    const object = objectIn(script, argument);
    const property = object?.properties.find(
      (candidate) =>
        candidate.type === "Property" && keyOf(candidate) === "async" && isFalse(candidate.value),
    );
    if (object && property?.type === "Property") return { object, property };
  }
  return null;
}

/** `options.async = false` of what is an object of options, by its other members. */
function setsOption(
  script: Script,
  { left, right }: Extract<AnyNode, { type: "AssignmentExpression" }>,
): boolean {
  if (left.type !== "MemberExpression" || !isFalse(right)) return false;
  if (left.computed || left.property.type !== "Identifier" || left.property.name !== "async") return false;
  if (left.object.type !== "Identifier") return false;
  const options = valueOf(script, left.object);
  return options.type === "ObjectExpression" && memberOf(options, "url") !== null;
}

function tell(
  { widget, report }: RuleContext,
  script: Script,
  node: AnyNode,
  edits: { start: number; end: number; text: string }[] = [],
): void {
  const isLibrarys = findLibrary(widget, script.file, node.start) !== null;
  report({
    file: script.file,
    at: node.start,
    ...(isLibrarys && { severity: "warning" }),
    message: isLibrarys
      ? "The library can send requests for which the page stands still."
      : "The page stands still until the server answers.",
    found: quote(script, node),
    fix: "leave it out, and go on in the handler of the answer.",
    edits,
  });
}

function tellOfTwig({ report }: RuleContext, script: Script, node: AnyNode): void {
  report({
    file: script.file,
    at: node.start,
    severity: "note",
    message: "A template is loaded while the page stands still.",
    found: quote(script, node),
  });
}

/** The option can go where nothing but its own handlers uses the answer. */
function editsFor(script: Script, call: CallExpression, object: ObjectExpression, property: Property) {
  const isStatement = call.parent?.type === "ExpressionStatement";
  const handlers = object.properties.flatMap((member) =>
    member.type === "Property" && isFunction(member.value) ? [member.value] : [],
  );
  if (
    !isStatement ||
    handlers.length === 0 ||
    !handlers.every((handler) => keepsToItself(script, handler as AnyNode))
  )
    return [];
  const index = object.properties.indexOf(property);
  const next = object.properties[index + 1];
  const before = object.properties[index - 1];
  if (next !== undefined) return [{ start: property.start, end: next.start, text: "" }];
  return before === undefined ? [] : [{ start: before.end, end: property.end, text: "" }];
}

/** True for a function that changes nothing that stands outside it, so that nobody waits for it. */
function keepsToItself(script: Script, handler: AnyNode): boolean {
  const isInside = (node: AnyNode) => node.start >= handler.start && node.end <= handler.end;
  const writesName = script.scope.references.some(
    ({ node, writes, variable }) =>
      writes &&
      isInside(node) &&
      !(variable?.declarations.every((declaration) => isInside(declaration)) ?? false),
  );
  const writesMember = script
    .nodesOf("AssignmentExpression")
    .some((node) => node.left.type === "MemberExpression" && isInside(node));
  return !writesName && !writesMember;
}
