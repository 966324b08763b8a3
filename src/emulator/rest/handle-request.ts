import { decodeForm } from "../../protocol/bracket-form";
import type { Model } from "../model/model";
import { OperationError } from "../model/operations";
import type { Call, RestContext } from "./call";
import { legacyRoutes } from "./legacy/routes";
import { json, problem, RestError, type RestRequest, type RestResponse } from "./message";
import { compileRoutes } from "./route";
import { accountRoutes } from "./v4/account";
import { botRoutes } from "./v4/bots";
import { callRoutes } from "./v4/calls";
import { cardRoutes } from "./v4/cards";
import { catalogRoutes } from "./v4/catalogs";
import { complexLeadRoutes } from "./v4/complex-leads";
import { contactChatRoutes } from "./v4/contact-chats";
import { customerModeRoutes } from "./v4/customer-modes";
import { customFieldRoutes } from "./v4/custom-fields";
import { linkRoutes } from "./v4/entity-links";
import { eventRoutes } from "./v4/events";
import { noteRoutes } from "./v4/notes";
import { pipelineRoutes } from "./v4/pipelines";
import { purchaseRoutes } from "./v4/purchases";
import { segmentRoutes } from "./v4/segments";
import { sourceRoutes } from "./v4/sources";
import { tagRoutes } from "./v4/tags";
import { talkRoutes } from "./v4/talks";
import { taskRoutes } from "./v4/tasks";
import { webhookRoutes } from "./v4/webhooks";
import { widgetRoutes } from "./v4/widgets";

const findHandler = compileRoutes([
  ...accountRoutes,
  ...pipelineRoutes,
  ...customFieldRoutes,
  ...tagRoutes,
  ...noteRoutes,
  ...linkRoutes,
  ...catalogRoutes,
  ...taskRoutes,
  ...widgetRoutes,
  ...eventRoutes,
  ...sourceRoutes,
  ...talkRoutes,
  ...webhookRoutes,
  ...botRoutes,
  ...callRoutes,
  ...complexLeadRoutes,
  ...contactChatRoutes,
  ...customerModeRoutes,
  ...segmentRoutes,
  ...purchaseRoutes,
  ...cardRoutes,
  ...legacyRoutes,
]);

/** Paths that the back end answers; all others are pages and files. */
const backEnd = /^\/(?:api|ajax|private|oauth2)\//;

/**
 * Answers a request to the account's host as Kommo's back end does: the API v4, the older calls that widgets make, the
 * proxy of `crm_post` and one-time tokens. Null where the path is none of the back end's. What a request did before it
 * failed is undone. Depends on nothing but its arguments.
 *
 * @example
 * const answer = await handleRequest({ method: "GET", url: "/api/v4/leads?limit=5", headers: {}, body: "" }, model, {
 *   origin: "https://northwind.kommo.com",
 *   secret: "client secret",
 * });
 */
export async function handleRequest(
  request: RestRequest,
  model: Model,
  context: RestContext,
): Promise<RestResponse | null> {
  const [path = "", query = ""] = splitUrl(request.url);
  if (!backEnd.test(path)) return null;
  const user = model.tables.users.get(model.account.current_user_id);
  if (user === undefined || !user.is_active) return problem(401, "Invalid username or password");
  if (path.startsWith("/api/") && model.account.paid_till < model.now()) {
    return problem(402, "The account is not paid");
  }
  const found = findHandler(request.method, path);
  if (found === null) return problem(404, `Cannot ${request.method} ${path}`);
  if (!("handler" in found)) {
    return {
      ...problem(405, `Method ${request.method} is not allowed`),
      headers: { allow: found.join(", ") },
    };
  }
  const call: Call = { request, model, context, user, path, params: found.params, query: decodeForm(query) };
  try {
    return await model.batch(() => found.handler(call));
  } catch (error) {
    if (error instanceof RestError) return error.response;
    if (error instanceof OperationError) return problem(400, error.message);
    throw error;
  }
}

/** What the platform answers when something of its own breaks. */
export function answerCrash(traceId: string): RestResponse {
  return json(
    { title: "ErrInternalServer", status: 500, detail: "Internal server error", trace_id: traceId },
    500,
  );
}

function splitUrl(url: string): [path: string, query: string] {
  const [whole = ""] = url.split("#", 1);
  const mark = whole.indexOf("?");
  return mark === -1 ? [whole, ""] : [whole.slice(0, mark), whole.slice(mark + 1)];
}
