import type { AnyNode, CallExpression } from "../../engines/javascript";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";

const requests = new Set(["jQuery.ajax", "jQuery.post", "jQuery.get", "jQuery.getJSON", "fetch"]);

export const km318 = defineRule({
  id: "KM318",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Every failure is told to the user: what happened, what to do, whom to ask.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  why: "A request that fails in silence looks to the user like a widget that does not work.",
  good: "$.post(url, data).done(show).fail(showError);",
  bad: "$.post(url, data, show);",
  statement:
    "We provoked every failure: no network, 401, 402, 403, 429, 500, wrong settings. Each time the user reads the reason, what to do next and how to reach us.",
  evidenceFiles: /\.js$|^i18n\//,
  evidence: (context) => {
    const silent = listSilent(context);
    return silent.length === 0
      ? null
      : silent.map(({ script, node }) => placeOf(context, script, node)).join(", ");
  },
  check(context) {
    for (const { script, node, message } of listSilent(context)) {
      context.report({
        file: script.file,
        at: node.start,
        message,
        found: script.source.slice(node.start, node.end).split("\n")[0]?.slice(0, 100) ?? null,
        fix: "tell the user what went wrong and what to do; say why in a comment where nothing has to be said.",
      });
    }
  },
});

interface Silent {
  readonly script: Script;
  readonly node: AnyNode;
  readonly message: string;
}

function listSilent({ widget }: RuleContext): readonly Silent[] {
  const own = widget.scripts.filter(({ file }) => widget.originOf(file) === "own");
  // A handler for all requests of the page stands in for one at each.
  const handlesAll = own.some(({ source }) => /\bajaxError\b|\bajaxSetup\b[^]{0,300}\berror\b/.test(source));
  return own.flatMap((script) => [
    ...(handlesAll
      ? []
      : script.nodesOf("CallExpression").filter((call) => isSilentRequest(script, call))
    ).map((node) => ({
      script,
      node,
      message: "The failure of this request is told to nobody.",
    })),
    ...script
      .nodesOf("CatchClause")
      .filter(({ body }) => body.body.length === 0 && !hasComment(script, body))
      .map((node) => ({ script, node, message: "This catch block swallows the error." })),
  ]);
}

function isSilentRequest(script: Script, call: CallExpression): boolean {
  const path = script.pathOf(call.callee) ?? "";
  const isPost = path.endsWith(".crm_post");
  if (!isPost && !requests.has(path)) return false;
  if (isPost) return call.arguments.length < 5 && isStatement(call);
  const options = call.arguments.findLast((argument) => argument.type === "ObjectExpression");
  const hasHandler =
    options?.type === "ObjectExpression" && /\b(?:error|complete)\s*[:(]/.test(textOf(script, options));
  return !(hasHandler && path === "jQuery.ajax") && isStatement(call);
}

/** A statement of its own, in whose chain no failure is handled; a value that is passed on may be handled elsewhere. */
function isStatement(call: CallExpression): boolean {
  let at: AnyNode = call;
  for (let parent: AnyNode | null = at.parent; parent !== null; parent = at.parent) {
    if (parent.type === "ExpressionStatement") return true;
    if (parent.type === "MemberExpression" && parent.object === at) {
      const name = parent.property.type === "Identifier" ? parent.property.name : "";
      if (/^(?:fail|catch|always|finally|error|complete)$/.test(name)) return false;
    } else if (parent.type === "CallExpression" && parent.callee === at) {
      if (parent !== call && parent.arguments.length > 1 && isThen(parent)) return false;
    } else if (parent.type !== "ChainExpression") return false;
    at = parent;
  }
  return false;
}

function isThen({ callee }: CallExpression): boolean {
  return (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    callee.property.name === "then"
  );
}

// Nothing but a comment can stand in a block without statements.
function hasComment({ source }: Script, block: { readonly start: number; readonly end: number }): boolean {
  return source.slice(block.start + 1, block.end - 1).trim() !== "";
}

function textOf(script: Script, node: { readonly start: number; readonly end: number }): string {
  return script.source.slice(node.start, Math.min(node.end, node.start + 5000));
}

function placeOf({ widget }: RuleContext, script: Script, node: AnyNode): string {
  return `${script.file}:${widget.positionOf(script.file, node.start).line}`;
}
