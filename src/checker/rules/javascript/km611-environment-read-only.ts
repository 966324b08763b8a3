import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile, type Report } from "../../rule";
import type { Script } from "../../script/create-script";
import { quote } from "../../script/read-call";

const root = /^(?:APP|AMOCRM|Kommo)(?:$|[.(])/;
const changing = /\.(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin)$/;

export const km611 = defineRule({
  id: "KM611",
  clause:
    "Kommo: Public integration checklist (APP), Publish an integration (Kommo); amoCRM: Requirements (AMOCRM)",
  title: "The CRM's global object is only read.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "The CRM itself works with that object. What one widget changes there, the whole page believes.",
  good: 'const managers = Object.values(APP.constant("managers")).sort(byName);',
  bad: 'APP.constant("managers").sort(byName);\nAPP.data.mine = 1;',
  check({ widget, report }) {
    for (const script of widget.scripts)
      for (const { node, ...told } of listWrites(script))
        report({ file: script.file, at: node.start, found: quote(script, node), ...told });
  },
});

type Write = Pick<Report, "message" | "severity" | "fix"> & { readonly node: AnyNode };

function listWrites(script: Script): readonly Write[] {
  const found: Write[] = [];
  const target = (node: AnyNode, changed: AnyNode) => {
    const path = changed.type === "MemberExpression" ? script.pathOf(changed) : null;
    if (path === null || !root.test(path)) return;
    // What a call gives is a copy as often as not.
    if (path.includes("()"))
      found.push({
        node,
        severity: "warning",
        message: "Data that the CRM gave is changed in place.",
        fix: "copy it first.",
      });
    else found.push({ node, message: `${path} is changed.`, fix: "keep what is yours in the widget." });
  };
  for (const node of script.nodesOf("AssignmentExpression")) target(node, node.left);
  for (const node of script.nodesOf("UpdateExpression")) target(node, node.argument);
  for (const node of script.nodesOf("UnaryExpression"))
    if (node.operator === "delete") target(node, node.argument);
  for (const { node, path, args } of script.calls) {
    if (/^(?:APP|AMOCRM|Kommo)\.constant$/.test(path) && args.length > 1)
      found.push({
        node,
        message: "constant() with two arguments sets a value of the CRM.",
        fix: "read it only: APP.constant(key).",
      });
    const [first] = args;
    const merged = first === undefined ? null : script.pathOf(first);
    if (
      /^(?:Object\.assign|jQuery\.extend|(?:_|module:underscore)\.(?:extend|assign|defaults)|Object\.definePropert(?:y|ies))$/.test(
        path,
      ) &&
      merged !== null &&
      root.test(merged)
    )
      found.push({
        node,
        ...(merged.includes("()") && { severity: "warning" as const }),
        message: `${merged} is changed.`,
        fix: "put an empty object first.",
      });
    if (root.test(path) && changing.test(path) && !/\(\)\.(?:\w+\.)*\w+\(\)/.test(path))
      found.push({
        node,
        severity: "warning",
        message: "Data that the CRM gave is changed in place.",
        fix: "copy it first: .slice().",
      });
    if (/^(?:APP|AMOCRM)\.data\.current_(?:card|list|view)\b.*\.(?:set|save|unset|destroy)$/.test(path))
      found.push({
        node,
        severity: "warning",
        message: "A model of the CRM is changed behind its back.",
        fix: "use the API: /api/v4/…",
      });
  }
  return found;
}
