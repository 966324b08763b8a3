import type { IncomingMessage, ServerResponse } from "node:http";
import { findContentType } from "./content-types";
import type { Emulator } from "./emulator";
import { send, sendText } from "./send";

/** `/upl/<code>/widget/…`, after publishing `/upl/<code>/<version>/widget/…`: where uploaded widgets lie. */
const uploaded = /^\/upl\/([^/]+)\/(?:\d+\/)?widget\//;

/** The address of a widget's file below `/widgets/`; null where the path is none. */
export function readFilePath(path: string): string | null {
  if (path.startsWith("/widgets/")) return path;
  return uploaded.test(path) ? path.replace(uploaded, "/widgets/$1/") : null;
}

/**
 * A file of a widget: `/widgets/<code>/<path inside the archive>`. Files are looked up by their exact names, so no
 * address leads out of the archive.
 */
export function answerFile(
  emulator: Emulator,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== "GET" && request.method !== "HEAD") {
    return sendText(response, 405, "Files are read with GET.");
  }
  const [code, ...rest] = decodePath(path.slice("/widgets/".length));
  // Authors join folder and file with one slash too many; the platform's server does not mind.
  const name = rest.filter((part) => part !== "").join("/");
  const bytes = emulator.widgets.get(code ?? "")?.get(name);
  if (bytes === undefined) return sendText(response, 404, "The archive has no such file.");
  return send(response, 200, { "content-type": findContentType(name) }, bytes);
}

function decodePath(path: string): string[] {
  try {
    return decodeURIComponent(path).split("/");
  } catch {
    return [];
  }
}
