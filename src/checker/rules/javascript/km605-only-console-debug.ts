import type { AnyNode, Expression, SpreadElement } from "../../engines/javascript";
import { nameAreas } from "../../page/name-areas";
import type { Sight } from "../../page-evidence";
import { defineRule, everyBrand } from "../../rule";
import type { Script } from "../../script/create-script";
import { quote } from "../../script/read-call";

/** KM606 looks at trace. */
const allowed = new Set(["debug", "trace"]);
const milder = new Set(["warn", "error"]);

export const km605 = defineRule({
  id: "KM605",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Of the console only debug is used.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  mends: true,
  why: "All widgets share one console. What each of them writes there hides what somebody is looking for.",
  good: 'console.debug("synchronised");',
  bad: "console.log(data);",
  check({ widget, report }) {
    for (const script of widget.scripts) {
      for (const { node, name } of listUses(script)) {
        report({
          file: script.file,
          at: node.start,
          ...(milder.has(name) && { severity: "warning" }),
          message: `console.${name} is left in the code.`,
          found: quote(script, node),
          expected: "console.debug, or nothing",
          edits: editsFor(script, node),
        });
      }
    }
  },
  inPage: {
    sees: ["console"],
    describe: (sight) =>
      allowed.has(methodOf(sight))
        ? null
        : {
            ...(milder.has(methodOf(sight)) && { severity: "warning" }),
            message: `${sight.subject} writes to the console ${nameAreas(sight)}.`,
            found: sight.detail,
            expected: "console.debug, or nothing",
          },
  },
});

const methodOf = ({ subject }: Sight) => subject.slice("console.".length);

/** Of `console.log` itself, and of `console.log.bind(console)`. */
const nameOf = (path: string | null) => /^console\.(\w+)(?:\.(?:bind|call|apply))?$/.exec(path ?? "")?.[1];

/** Calls of the console's methods, and methods that are handed over: `.catch(console.error)`. */
function listUses(script: Script): readonly { readonly node: AnyNode; readonly name: string }[] {
  const calls = script.calls.map(({ node, path }) => ({ node: node as AnyNode, name: nameOf(path) }));
  const handed = script
    .nodesOf("MemberExpression")
    .filter(({ parent }) => parent?.type === "CallExpression" || parent?.type === "Property")
    .filter((node) => node.parent?.type !== "CallExpression" || node.parent.callee !== node)
    .map((node) => ({ node: node as AnyNode, name: nameOf(script.pathOf(node)) }));
  return [...calls, ...handed].flatMap(({ node, name }) =>
    name === undefined || allowed.has(name) ? [] : [{ node, name }],
  );
}

/** A statement of its own that does nothing else can go. */
function editsFor(script: Script, node: AnyNode): { start: number; end: number; text: string }[] {
  const statement = node.parent;
  if (node.type !== "CallExpression" || statement?.type !== "ExpressionStatement") return [];
  if (!node.arguments.every(isHarmless)) return [];
  const isOneOfMany = /^(?:Program|BlockStatement|SwitchCase|StaticBlock)$/.test(
    statement.parent?.type ?? "",
  );
  if (!isOneOfMany) return [{ start: statement.start, end: statement.end, text: ";" }];
  // With its line, where it has one of its own.
  const { source } = script;
  const lineStart = source.lastIndexOf("\n", statement.start - 1) + 1;
  const lineEnd = (source.indexOf("\n", statement.end) + 1 || source.length + 1) - 1;
  const isAlone =
    statement.end - lineStart < 1000 &&
    source.slice(lineStart, statement.start).trim() === "" &&
    source.slice(statement.end, Math.min(lineEnd, statement.end + 1000)).trim() === "";
  return isAlone
    ? [{ start: lineStart, end: Math.min(lineEnd + 1, source.length), text: "" }]
    : [{ start: statement.start, end: statement.end, text: "" }];
}

/** Evaluating it changes nothing. */
function isHarmless(node: Expression | SpreadElement): boolean {
  switch (node.type) {
    case "Literal":
    case "Identifier":
    case "ThisExpression":
      return true;
    case "MemberExpression":
      return (
        node.object.type !== "Super" &&
        isHarmless(node.object) &&
        (!node.computed || isHarmless(node.property as Expression))
      );
    case "TemplateLiteral":
      return node.expressions.every(isHarmless);
    case "BinaryExpression":
      return node.left.type !== "PrivateIdentifier" && isHarmless(node.left) && isHarmless(node.right);
    case "UnaryExpression":
      return node.operator !== "delete" && isHarmless(node.argument);
    default:
      return false;
  }
}
