import type { IncomingMessage } from "node:http";

/**
 * Decides whether a request may be answered: it must be meant for this server by the name of a loopback host (a page
 * that rebinds its own name to 127.0.0.1 is refused by that), and must not come from a page of another origin. A
 * request without Origin passes, a link from elsewhere to one of the pages too. Null, or why it is refused.
 */
export function guardRequest(request: IncomingMessage, port: number): string | null {
  const { host, origin } = request.headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    return "The emulator answers only to 127.0.0.1 and localhost.";
  }
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    return "Pages of another origin may not use the emulator.";
  }
  const site = request.headers["sec-fetch-site"];
  const mode = request.headers["sec-fetch-mode"];
  const isForeign = site === "cross-site" || site === "same-site";
  if (isForeign && !(request.method === "GET" && mode === "navigate")) {
    return "Pages of another origin may not use the emulator.";
  }
  return null;
}
