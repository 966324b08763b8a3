import type { AnyNode, CallExpression, CatchClause } from "../../engines/javascript";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";

/** What gives a value, or throws where there is none. */
const readers =
  /^(?:JSON\.(?:parse|stringify)|(?:local|session)Storage\.getItem|(?:APP|AMOCRM)\.constant|Number|String|parseInt|parseFloat|decodeURI(?:Component)?)$/;
const deepest = 20;
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
      .filter((clause) => isEmpty(script, clause) && !triesToRead(script, clause))
      .map((node) => ({ script, node, message: "This catch block swallows the error." })),
  ]);
}

function isSilentRequest(script: Script, call: CallExpression): boolean {
  const path = script.pathOf(call.callee) ?? "";
  const isPost = path.endsWith(".crm_post");
  if (!isPost && !requests.has(path)) return false;
  if (isFireAndForget(script, call)) return false;
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

/** Without statements and without a comment, which is all else that can stand in it. */
function isEmpty({ source }: Script, { body }: CatchClause): boolean {
  return body.body.length === 0 && source.slice(body.start + 1, body.end - 1).trim() === "";
}

/** What may be missing, or no JSON, is read; what was there before stays: no failure that a user need hear of. */
function triesToRead(script: Script, { parent }: CatchClause): boolean {
  if (parent?.type !== "TryStatement") return false;
  const { body } = parent.block;
  return body.length > 0 && body.length <= 5 && body.every((statement) => reads(script, statement, 0));
}

function reads(script: Script, node: AnyNode | null | undefined, depth: number): boolean {
  if (!node) return true;
  if (depth > deepest) return false;
  const all = (...nodes: readonly (unknown | null | undefined)[]) =>
    nodes.every((inner) => reads(script, inner as AnyNode | null | undefined, depth + 1));
  switch (node.type) {
    case "Literal":
    case "Identifier":
    case "ThisExpression":
      return true;
    case "ExpressionStatement":
      return node.expression.type === "AssignmentExpression" && all(node.expression.right);
    case "VariableDeclaration":
      return all(...node.declarations.map(({ init }) => init));
    case "ReturnStatement":
      return all(node.argument);
    case "ChainExpression":
      return all(node.expression);
    case "MemberExpression":
      return all(node.object);
    case "LogicalExpression":
    case "BinaryExpression":
      return all(node.left, node.right);
    case "ConditionalExpression":
      return all(node.test, node.consequent, node.alternate);
    case "CallExpression":
      return readers.test(script.pathOf(node.callee) ?? "") && all(...node.arguments);
    default:
      return false;
  }
}

/** The statement of a block that tries, with a catch that says something, and a request whose answer nobody wants. */
function isFireAndForget(script: Script, call: CallExpression): boolean {
  const statement = call.parent;
  if (statement?.type !== "ExpressionStatement" || statement.parent?.type !== "BlockStatement") return false;
  const attempt = statement.parent.parent;
  if (attempt?.type !== "TryStatement" || attempt.block !== statement.parent) return false;
  const handlers = /\b(?:success|complete|error)\b|=>|\bfunction\b/;
  const most = script.pathOf(call.callee)?.startsWith("jQuery.get") ? 1 : 2;
  return attempt.handler !== null && call.arguments.length <= most && !handlers.test(textOf(script, call));
}

function textOf(script: Script, node: { readonly start: number; readonly end: number }): string {
  return script.source.slice(node.start, Math.min(node.end, node.start + 5000));
}

function placeOf({ widget }: RuleContext, script: Script, node: AnyNode): string {
  return `${script.file}:${widget.positionOf(script.file, node.start).line}`;
}
