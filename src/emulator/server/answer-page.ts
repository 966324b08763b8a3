import type { IncomingMessage, ServerResponse } from "node:http";
import { createPageData } from "../page/create-page-data";
import type { PageData, ServedPage } from "../model/wire";
import { areWidgetsOff } from "../loader/are-widgets-off";
import { listWidgets } from "../rest/legacy/widget-list";
import type { Emulator } from "./emulator";
import { listFirstFiles } from "./list-first-files";
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
  if (data === null) {
    const { account, tables } = emulator.model;
    const locale = tables.users.get(account.current_user_id)?.lang ?? account.language;
    return send(response, 404, headers, writeMissingPage(url, locale));
  }
  const served = serveWidgets(emulator, data);
  const link = listFirstFiles(served, emulator);
  const all = link === "" ? headers : { ...headers, link };
  return send(response, 200, all, writePageShell(served, emulator.assets));
}

/** The product has this list at hand when a page begins; asked for, it would be one more way to the server and back. */
function serveWidgets({ model, report }: Emulator, data: PageData): ServedPage {
  const user = model.tables.users.get(model.account.current_user_id);
  if (user === undefined || areWidgetsOff(data.url, data.url, user)) return { ...data, widgets: null };
  report.addRequest({ method: "POST", url: "/ajax/widgets/list", status: 200 });
  return { ...data, widgets: listWidgets(model, user, data.route.code) };
}

/** What the page at an address shows, at this moment. */
export function readPage(emulator: Emulator, url: string): PageData | null {
  const { widget, faults, problems, holds, revision, events } = emulator;
  const state = { widget, faults, problems, holds: holds.list(), revision, event: events.last };
  return createPageData(emulator.model, url, state, emulator.clock());
}
