import { createModel } from "../../model/create-model";
import type { Model, Snapshot } from "../../model/model";
import type { OperationAnswer, PageData, ServerEvent } from "../../model/wire";
import type { AskedHook } from "../crm";
import { followEvents } from "./follow-events";
import { lengthenRows } from "./lengthen-rows";
import { applyView, type View } from "./read-view";

export interface ServerConnection {
  readonly model: Model;
  /** Gives another page. Rejects when the account has none at that address. */
  fetchPage(url: string): Promise<PageData>;
  /** From here on the model holds the rows of that page, and no others. */
  takePage(page: PageData): void;
  /** Has a hook sent; rejects with the reason where the server cannot. */
  sendHook(hook: AskedHook): Promise<void>;
  /** What the server says beside changes of rows, which the model takes over by itself. Returns the disposer. */
  listen(hear: (event: ServerEvent) => void): () => void;
  dispose(): void;
}

/**
 * Keeps a part of the account in the page: starts from what the page was served with, follows the server's stream,
 * and has every operation performed there. The page's clock goes on from the server's.
 */
export function connectServer(
  window: Window & typeof globalThis,
  page: PageData,
  view: View,
  address = "/-",
): ServerConnection {
  // Widgets put their own `fetch` into the page; the account must not depend on it.
  const fetch = window.fetch.bind(window);
  let offset = page.now - Date.now();
  const model = createModel(readRows(page), {
    clock: () => Date.now() + offset,
    async perform(name, input) {
      const response = await fetch(`${address}/operations`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name, input }),
      });
      const answer = (await response.json()) as OperationAnswer;
      if (!answer.ok) throw new Error(answer.message);
      model.apply(answer.changes);
      return answer.result as never;
    },
  });
  const hearers = new Set<(event: ServerEvent) => void>();
  const hear = (event: ServerEvent) => {
    if (event.type === "changes") model.apply(event.changes);
    const seen = event.type === "faults" ? { ...event, faults: { ...event.faults, ...view.faults } } : event;
    for (const hearer of hearers) hearer(seen);
  };
  const stopFollowing = view.isStill ? null : followEvents({ window, address, last: page.event, hear });

  return {
    model,
    async fetchPage(url) {
      const response = await fetch(`${address}/page.json?url=${encodeURIComponent(url)}`);
      if (!response.ok) throw new Error(await response.text());
      return applyView((await response.json()) as PageData, view);
    },
    takePage(next) {
      offset = next.now - Date.now();
      model.reset(readRows(next));
    },
    async sendHook(hook) {
      const response = await fetch(`${address}/hooks`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(hook),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    listen(hearer) {
      hearers.add(hearer);
      return () => void hearers.delete(hearer);
    },
    dispose() {
      stopFollowing?.();
      hearers.clear();
    },
  };
}

function readRows({ snapshot, faults }: PageData): Snapshot {
  return faults.longWords ? lengthenRows(snapshot) : snapshot;
}
