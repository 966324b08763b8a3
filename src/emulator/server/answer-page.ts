import type { IncomingMessage, ServerResponse } from "node:http";
import { createPageData } from "../page/create-page-data";
import type { PageData } from "../model/wire";
import type { Emulator } from "./emulator";
import { writeMissingPage, writePageShell } from "./page-shell";
import { writePagePolicy } from "./security-headers";
import { send, sendText } from "./send";

/** A page of the CRM. */
export function answerPage(
  emulator: Emulator,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return sendText(response, 405, "Pages are read with GET.");
  }
  if (url === "/") return send(response, 302, { location: "/dashboard/" });
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": writePagePolicy(emulator.allowHosts),
  };
  const data = readPage(emulator, url);
  if (data === null) return send(response, 404, headers, writeMissingPage(url));
  return send(response, 200, headers, writePageShell(data, emulator.assets));
}

/** What the page at an address shows, at this moment. */
export function readPage(emulator: Emulator, url: string): PageData | null {
  const { widget, faults, problems, revision, events } = emulator;
  const state = { widget, faults, problems, revision, event: events.last };
  return createPageData(emulator.model, url, state, emulator.clock());
}
