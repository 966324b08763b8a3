import type { AnyNode, Expression, SpreadElement } from "../../engines/javascript";
import { defineRule, everyBrand } from "../../rule";
import type { Script } from "../../script/create-script";
import { isFunction, methodOf, quote } from "../../script/read-call";

const secrets =
  /(?:^|[._])(?:get_settings\(\)|system\(\)|.*(?:token|passw(?:or)?d|secret|api_?key|phones?|e?mails?))$/i;
/** Ten calls in a thousand lines are a lot already. */
const mostInThousand = 10;

export const km607 = defineRule({
  id: "KM607",
  clause: "Kommo: Publish an integration; amoCRM: Requirements",
  title: "console.debug tells only what matters, and nothing personal.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "Whoever sits at the screen, and every extension of the browser, reads the console.",
  good: 'console.debug("synchronised", count);',
  bad: "console.debug(self.get_settings());",
  check({ widget, report }) {
    for (const script of widget.scripts) {
      const calls = script.calls.filter(({ path }) => path === "console.debug");
      for (const { node, args } of calls) {
        const secret = args.find((argument) => isSecret(script, argument));
        if (secret === undefined) continue;
        report({
          file: script.file,
          at: node.start,
          message: "The console gets data that are nobody's business.",
          found: quote(script, node),
          fix: "tell what happened, not the data.",
        });
      }
      const most = Math.max(mostInThousand, (script.source.split("\n").length / 1000) * mostInThousand);
      const first = calls[0];
      if (calls.length > most && first !== undefined)
        report({
          file: script.file,
          at: first.node.start,
          message: `console.debug is called in ${calls.length} places.`,
          expected: `${mostInThousand} in a thousand lines`,
          fix: "keep those that help when the widget fails.",
        });
    }
  },
});

function isSecret(script: Script, argument: Expression | SpreadElement): boolean {
  if (argument.type === "SpreadElement") return isSecret(script, argument.argument);
  if (
    argument.type === "CallExpression" &&
    /^JSON\.stringify$/.test(script.pathOf(argument.callee as AnyNode) ?? "")
  )
    return argument.arguments.some((inner) => isSecret(script, inner));
  if (argument.type === "ObjectExpression")
    return argument.properties.some(
      (property) => property.type === "Property" && isSecret(script, property.value),
    );
  const path = script.pathOf(argument) ?? nameOf(argument);
  return secrets.test(path) || isWholeAnswer(script, argument);
}

function nameOf(node: Expression): string {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression" && node.property.type === "Identifier")
    return `.${node.property.name}`;
  return "";
}

/** The parameter of a handler that gets the whole answer of a server. */
function isWholeAnswer(script: Script, argument: Expression): boolean {
  if (argument.type !== "Identifier" || !/^(?:res|resp|response|result|answer|data)$/i.test(argument.name))
    return false;
  const declaration = script.scope.referenceOf(argument)?.variable?.declarations[0];
  const handler = declaration?.parent;
  if (!isFunction(handler)) return false;
  const holder = handler.parent;
  if (holder?.type === "CallExpression")
    return /^(?:then|done|success|get|post|getJSON|crm_post)$/.test(methodOf(holder, script) ?? "");
  return holder?.type === "Property" && holder.key.type === "Identifier" && holder.key.name === "success";
}
