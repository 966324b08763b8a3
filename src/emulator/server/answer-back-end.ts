import type { IncomingMessage, ServerResponse } from "node:http";
import type { ForeignRequest } from "../rest/call";
import { answerFault, answerTooMany, noFaults } from "../rest/faults";
import { answerCrash, handleRequest } from "../rest/handle-request";
import type { RestResponse } from "../rest/message";
import { askForeign } from "./ask-foreign";
import type { Emulator } from "./emulator";
import { readBody } from "./read-body";
import { send, sendTooLarge } from "./send";

/** Larger than 250 items of a batch ever are. */
const bodyLimit = 5 * 1024 * 1024;

/** The product keeps this answer for half an hour: its back end may fail, and widgets start all the same. */
const keptAnswer = "/ajax/widgets/list";

const backEnd = /^\/(?:api|ajax|private|oauth2)\//;

/** Answers a call to the account's own API; false where the path is none of the back end's. */
export async function answerBackEnd(
  emulator: Emulator,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  if (!backEnd.test(url)) return false;
  const method = request.method ?? "GET";
  const note = (status: number) => emulator.report.addRequest({ method, url, status });
  const body = await readBody(request, bodyLimit);
  if (body === null) {
    note(413);
    sendTooLarge(response, bodyLimit);
    return true;
  }
  const isKept = url.startsWith(keptAnswer);
  const faults = isKept ? noFaults : emulator.faults;
  if (faults.delay > 0) await wait(faults.delay);
  if (faults.offline) {
    note(0);
    request.socket.destroy();
    return true;
  }
  const limited = !isKept && !emulator.takeTurn() && faults.rateLimit;
  const answer =
    (limited ? answerTooMany() : answerFault(faults)) ??
    (await handle(emulator, { method, url, headers: readHeaders(request), body }));
  note(answer.status);
  send(response, answer.status, answer.headers, answer.body);
  return true;
}

async function handle(
  emulator: Emulator,
  request: { method: string; url: string; headers: Record<string, string>; body: string },
): Promise<RestResponse> {
  try {
    const answer = await handleRequest(request, emulator.model, {
      origin: emulator.origin,
      secret: emulator.secret,
      tokenExpired: emulator.faults.tokenExpired,
      askForeign: async (foreign: ForeignRequest) => {
        const mock = await askForeign(emulator, foreign);
        return mock === null
          ? null
          : { status: mock.status, headers: mock.headers, body: new TextDecoder().decode(mock.body) };
      },
    });
    return answer ?? answerCrash("none");
  } catch (error) {
    console.error(error);
    return answerCrash(`${request.method} ${request.url}`);
  }
}

function readHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
