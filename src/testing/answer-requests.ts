import type { Model } from "../emulator/model/model";
import type { Faults } from "../emulator/model/wire";
import { answerFault, answerTooMany, noFaults } from "../emulator/rest/faults";
import { handleRequest } from "../emulator/rest/handle-request";
import { createRateLimit } from "../emulator/rest/rate-limit";
import type { RestResponse } from "../emulator/rest/message";

/** A request that the widget has sent to the CRM; status 0 where it got no answer. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly status: number;
}

/** Answers the CRM's own address in process, with what goes wrong on purpose. */
export function createAnswering(
  model: Model,
  faults: () => Faults,
  note: (request: SentRequest) => void,
): (request: Request) => Promise<Response> {
  const takeTurn = createRateLimit(() => performance.now());
  return async (request) => {
    const { origin, pathname, search } = new URL(request.url);
    const { method } = request;
    const url = `${pathname}${search}`;
    const body = await request.text();
    const headers = Object.fromEntries(
      [...request.headers].map(([name, value]) => [name.toLowerCase(), value]),
    );
    // Which widgets there are is a question of the CRM's own: it is answered whatever goes wrong.
    const current = pathname === "/ajax/widgets/list" ? noFaults : faults();
    const { delay, offline, rateLimit, tokenExpired } = current;
    if (delay > 0) await wait(delay, request.signal);
    if (offline) {
      note({ method, url, body, status: 0 });
      throw new TypeError("Failed to fetch");
    }
    const isLimited = !takeTurn() && rateLimit;
    const answer =
      (isLimited ? answerTooMany() : answerFault(current)) ??
      (await handleRequest({ method, url, headers, body }, model, { origin, secret: "test", tokenExpired }));
    note({ method, url, body, status: answer?.status ?? 404 });
    return toResponse(answer);
  };
}

function toResponse(answer: RestResponse | null): Response {
  if (answer === null) return new Response("", { status: 404 });
  const { status, headers, body } = answer;
  return new Response(status === 204 ? null : body, { status, headers });
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
