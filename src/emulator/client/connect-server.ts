import type { Problem } from "../../manifest/problem";
import { createModel } from "../model/create-model";
import type { Change, Model, Snapshot } from "../model/model";
import {
  OperationError,
  type OperationInput,
  type OperationName,
  type OperationResult,
} from "../model/operations";
import { keyOf, tableNames } from "../model/tables";
import type { Rows, TableName } from "../model/entities";
import type { Faults, OperationAnswer, PageData, ServerEvent } from "../model/wire";

/** What the page does when its server calls. */
export interface ServerCalls {
  /** The widget's files have changed: load the page again. */
  reload(): void;
  /** Only its `style.css` has. */
  swapStyle(code: string, revision: number): void;
  showProblems(problems: readonly Problem[]): void;
  setFaults(faults: Faults): void;
}

export interface ServerConnection {
  readonly page: PageData;
  /** The rows that this page was given; it follows the server, and operations are performed there. */
  readonly model: Model;
  /** Another page's data; its rows are in the model when it resolves. Rejects with a readable message. */
  fetchPage(url: string): Promise<PageData>;
  dispose(): void;
}

/** Reads the data that came with the page's document. */
export function readPageData(document: Document): PageData {
  const text = document.getElementById("emulator-data")?.textContent;
  if (text === null || text === undefined) throw new Error("The page holds no data of the emulator.");
  return JSON.parse(text) as PageData;
}

/**
 * Ties a page to its server: a model over the rows that came with it, kept up to date by the stream of events.
 * A stream that breaks is taken up again; when the server is back, the page is loaded anew, for it may be another one.
 */
export function connectServer(
  window: Window & typeof globalThis,
  page: PageData,
  calls: ServerCalls,
): ServerConnection {
  // Widgets replace `fetch`; the page's own requests must not run through theirs.
  const fetch = window.fetch.bind(window);
  const loadedAt = window.performance.now();
  const model = createModel(page.snapshot, {
    clock: () => page.now + (window.performance.now() - loadedAt),
    perform: performRemotely,
  });
  const stream = new window.EventSource("/-/events");
  let broken = false;
  stream.addEventListener("error", () => (broken = true));
  stream.addEventListener("open", () => {
    if (broken) calls.reload();
  });
  stream.addEventListener("message", ({ data }: MessageEvent<string>) =>
    hear(JSON.parse(data) as ServerEvent),
  );

  return {
    page,
    model,
    async fetchPage(url) {
      const response = await fetch(`/-/page.json?url=${encodeURIComponent(url)}`);
      if (!response.ok) throw new Error((await response.text()).trim());
      const data = (await response.json()) as PageData;
      model.apply(listRows(model, data.snapshot));
      return data;
    },
    dispose: () => stream.close(),
  };

  function hear(event: ServerEvent): void {
    if (event.type === "changes") model.apply(event.changes);
    else if (event.type === "reload") calls.reload();
    else if (event.type === "style") calls.swapStyle(event.code, event.revision);
    else if (event.type === "problems") calls.showProblems(event.problems);
    else calls.setFaults(event.faults);
  }

  async function performRemotely<Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
  ): Promise<OperationResult<Name>> {
    const response = await fetch("/-/operations", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name, input }),
    });
    if (!response.ok) throw new OperationError((await response.text()).trim());
    const answer = (await response.json()) as OperationAnswer<Name>;
    if (!answer.ok) throw new OperationError(answer.message);
    model.apply(answer.changes);
    return answer.result;
  }
}

/** The rows of a snapshot that the model has not, or has otherwise. */
function listRows(model: Model, { tables, account }: Snapshot): Change[] {
  const changes: Change[] = [];
  if (JSON.stringify(model.account) !== JSON.stringify(account)) {
    changes.push({ table: "account", id: account.id, row: account });
  }
  for (const table of tableNames) changes.push(...listTableRows(model, table, tables[table]));
  return changes;
}

function listTableRows<T extends TableName>(model: Model, table: T, rows: readonly Rows[T][]): Change[] {
  return rows
    .map((row) => ({ table, id: keyOf(table, row), row }))
    .filter(({ id, row }) => JSON.stringify(model.tables[table].get(id)) !== JSON.stringify(row)) as Change[];
}
