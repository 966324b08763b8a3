import type { AnyNode, CallExpression, Expression, ObjectExpression } from "../engines/javascript";
import type { Script } from "./create-script";
import { memberOf, methodOf, objectIn, textOf } from "./read-call";

/** A call that sends a request. */
export interface Request {
  readonly call: CallExpression;
  readonly kind: "ajax" | "fetch" | "xhr" | "crm_post" | "authorized";
  /** Parts that only a running page knows are `hole`; null where all of it is. */
  readonly url: string | null;
  /** The options, where they are written out. */
  readonly options: ObjectExpression | null;
}

const byJQuery = /^jQuery\.(?:ajax|get|post|getJSON|getScript)$/;
const verbs = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD)$/i;

/** Finds the calls that send requests: jQuery's, fetch, XMLHttpRequest, and those of the widget object. */
export function findRequests(script: Script): readonly Request[] {
  return script.nodesOf("CallExpression").flatMap((call): Request[] => {
    const kind = kindOf(script, call);
    if (kind === null) return [];
    const options = call.arguments
      .map((argument) => objectIn(script, argument))
      .find((found) => found !== null);
    return [{ call, kind, url: urlOf(script, call, kind, options ?? null), options: options ?? null }];
  });
}

function kindOf(script: Script, call: CallExpression): Request["kind"] | null {
  const path = script.pathOf(call.callee as AnyNode) ?? "";
  if (byJQuery.test(path)) return "ajax";
  if (path === "fetch") return "fetch";
  const method = methodOf(call, script);
  if (method === "crm_post") return "crm_post";
  if (method === "$authorizedAjax") return "authorized";
  const [verb] = call.arguments;
  if (method === "open" && call.arguments.length > 1 && verbs.test(textOf(script, verb) ?? "")) return "xhr";
  return null;
}

function urlOf(
  script: Script,
  { arguments: args }: CallExpression,
  kind: Request["kind"],
  options: ObjectExpression | null,
): string | null {
  const given: Expression | null = memberOf(options, "url");
  if (given !== null) return textOf(script, given);
  return textOf(script, args[kind === "xhr" ? 1 : 0]);
}
