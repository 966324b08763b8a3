import type { IncomingMessage, ServerResponse } from "node:http";
import type { Change } from "../model/model";
import { OperationError, type OperationInput, type OperationName } from "../model/operations";
import type { HoldNews, OperationAnswer } from "../model/wire";
import { listDefaultAreas } from "../page/create-page-data";
import { changeFaults } from "../rest/faults";
import { readPage } from "./answer-page";
import { askForeign } from "./ask-foreign";
import type { Asset, Emulator } from "./emulator";
import { askHook } from "./hooks/ask-hook";
import { readBody } from "./read-body";
import { workerPolicy } from "./security-headers";
import { send, sendJson, sendText, sendTooLarge } from "./send";
import { writeServiceWorker } from "./service-worker";
import { writeWatchWorker } from "./watch-worker";

type Answer = (
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
) => void | Promise<void>;

const reportLimit = 2 * 1024 * 1024;
const bodyLimit = 5 * 1024 * 1024;

/** The emulator's own addresses, below `/-/`. */
const answers: Readonly<Record<string, Answer>> = {
  "GET /-/areas.json": ({ model }, _request, response) => sendJson(response, listDefaultAreas(model)),
  "GET /-/report.json": ({ report }, _request, response) => sendJson(response, report.read()),
  "GET /-/page.json": answerPageData,
  "GET /-/events": ({ events }, _request, response) => {
    if (!events.open(response)) sendText(response, 503, "Too many pages are open.");
  },
  "GET /-/events.json": ({ events }, request, response) => {
    const after = new URLSearchParams((request.url ?? "").split("?")[1]).get("after");
    sendJson(response, events.listAfter(Number(after)));
  },
  "GET /-/worker.js": ({ allowHosts, model }, _request, response) =>
    send(
      response,
      200,
      {
        "content-type": "text/javascript; charset=utf-8",
        "content-security-policy": workerPolicy,
        "service-worker-allowed": "/",
      },
      writeServiceWorker(allowHosts, model.account.subdomain),
    ),
  "POST /-/report": async ({ report }, request, response) => {
    const body = await readJson(request, response, reportLimit);
    if (body === undefined) return;
    report.add(body);
    send(response, 204, {});
  },
  "POST /-/holds": async ({ holds, model }, request, response) => {
    const news = await readJson(request, response, bodyLimit);
    if (news === undefined) return;
    const { code, event } = isObject(news) ? news : {};
    if (typeof code !== "string" || model.tables.widgets.get(code) === undefined) {
      return sendText(response, 400, "The account has no widget of that code.");
    }
    if (!holds.tell({ code, event: event as HoldNews["event"] })) {
      return sendText(response, 400, "The event is one of stuck, answers, leaves, start.");
    }
    sendJson(response, holds.list());
  },
  "GET /-/watch.js": (_emulator, _request, response) =>
    send(response, 200, { "content-type": "text/javascript; charset=utf-8" }, writeWatchWorker()),
  "POST /-/reset": ({ model, report, holds }, _request, response) => {
    model.reset();
    report.clear();
    holds.clear();
    send(response, 204, {});
  },
  "POST /-/operations": performOperation,
  "POST /-/faults": setFaults,
  "POST /-/foreign": answerForeign,
  "POST /-/hooks": async (emulator, request, response) => {
    const asked = await readJson(request, response, bodyLimit);
    if (asked === undefined) return;
    const hook = await askHook(emulator, asked);
    if (typeof hook === "string") sendText(response, 400, hook);
    else sendJson(response, hook);
  },
};

/** Answers below `/-/`: the contract with tools, what pages need of their server, and the client's files. */
export async function answerContract(
  emulator: Emulator,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
  const key = `${method} ${path}`;
  const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (answer !== undefined) return answer(emulator, request, response);
  if (path === "/-/sync") return answerSync(emulator, request, response);
  const asset = method === "GET" ? emulator.assets.get(path.slice("/-/".length)) : undefined;
  if (asset !== undefined) return sendAsset(asset, request, response);
  return sendText(response, 404, `The emulator has nothing at ${method} ${path}.`);
}

/** Under the address that names its version a file never changes, so a browser need not ask, nor compile it again. */
function sendAsset({ body, type, version }: Asset, request: IncomingMessage, response: ServerResponse): void {
  const isNamed = version !== undefined && request.url?.endsWith(`?${version}`) === true;
  const headers = { "content-type": type };
  if (!isNamed) return send(response, 200, headers, body);
  return send(response, 200, { ...headers, "cache-control": "public, max-age=31536000, immutable" }, body);
}

function answerPageData(emulator: Emulator, request: IncomingMessage, response: ServerResponse): void {
  const url = new URLSearchParams((request.url ?? "").split("?").slice(1).join("?")).get("url") ?? "";
  const data = url.startsWith("/") ? readPage(emulator, url) : null;
  if (data === null) return sendText(response, 404, `The account has nothing at ${url}.`);
  return sendJson(response, data);
}

async function performOperation(
  { model }: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call = await readJson(request, response, bodyLimit);
  if (call === undefined) return;
  const { name, input } = isObject(call) ? call : {};
  const changes: Change[] = [];
  const stop = model.subscribe((more) => changes.push(...more));
  let answer: OperationAnswer;
  try {
    // The model refuses names and inputs that it does not know.
    const result = model.run(name as OperationName, input as OperationInput<OperationName>);
    answer = { ok: true, result, changes };
  } catch (error) {
    const known = error instanceof OperationError;
    answer = { ok: false, message: known ? error.message : "The input is not what the operation takes." };
  } finally {
    stop();
  }
  sendJson(response, answer);
}

async function setFaults(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const change = await readJson(request, response, bodyLimit);
  if (change === undefined) return;
  const faults = changeFaults(emulator.faults, change);
  if (typeof faults === "string") return sendText(response, 400, faults);
  emulator.faults = faults;
  emulator.events.send({ type: "faults", faults });
  return sendJson(response, faults);
}

/** For the service worker: the answer of a foreign host, or 404 where it is blocked. */
async function answerForeign(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const sent = await readJson(request, response, bodyLimit);
  if (sent === undefined) return;
  const { method, url, headers, body } = isObject(sent) ? sent : {};
  if (typeof method !== "string" || typeof url !== "string") {
    return sendText(response, 400, "A method and an address are needed.");
  }
  const answer = await askForeign(emulator, {
    method,
    url,
    headers: isObject(headers) ? (headers as Record<string, string>) : {},
    body: typeof body === "string" ? body : "",
  });
  if (answer === null) return sendText(response, 404, `Nobody answers for ${url}.`);
  return sendJson(response, { ...answer, body: Buffer.from(answer.body).toString("base64") });
}

/**
 * For a page that waits: the answer of a foreign host as it is. A blocked one leads nowhere, which a browser takes as a
 * host that is down; of a connection that is cut it would ask again.
 */
async function answerSync(
  emulator: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, bodyLimit);
  if (body === null) return sendTooLarge(response, bodyLimit);
  const { host: _host, cookie: _cookie, ...headers } = request.headers;
  const answer = await askForeign(emulator, {
    method: request.method ?? "GET",
    url: new URLSearchParams((request.url ?? "").split("?").slice(1).join("?")).get("url") ?? "",
    headers: headers as Record<string, string>,
    body,
  });
  if (answer === null) return send(response, 302, { location: "about:blank" });
  send(response, answer.status, answer.headers, Buffer.from(answer.body));
}

/** Undefined where the body is too large or not JSON; the request is answered then. */
async function readJson(request: IncomingMessage, response: ServerResponse, limit: number): Promise<unknown> {
  const body = await readBody(request, limit);
  if (body === null) {
    sendTooLarge(response, limit);
    return undefined;
  }
  try {
    return JSON.parse(body === "" ? "{}" : body) as unknown;
  } catch {
    sendText(response, 400, "The body is not valid JSON.");
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
