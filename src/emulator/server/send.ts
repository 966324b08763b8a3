import type { ServerResponse } from "node:http";
import { commonHeaders } from "./security-headers";

/** Ends a request with a body; the headers of every answer are added. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | string = "",
): void {
  response.writeHead(status, { ...commonHeaders, ...headers });
  response.end(status === 204 || response.req.method === "HEAD" ? undefined : body);
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  send(response, status, { "content-type": "text/plain; charset=utf-8" }, `${text}\n`);
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  send(response, status, { "content-type": "application/json; charset=utf-8" }, JSON.stringify(value));
}

/** Refuses a body that is too large. What is left of it is not read: the connection ends with the answer. */
export function sendTooLarge(response: ServerResponse, limit: number): void {
  response.on("finish", () => response.req.destroy());
  const text = `The body is larger than ${limit / 1024 / 1024} MB.\n`;
  send(response, 413, { "content-type": "text/plain; charset=utf-8", connection: "close" }, text);
}
