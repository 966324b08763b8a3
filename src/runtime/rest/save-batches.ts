import type { Send } from "./create-send";
import type { FaultsByItem } from "./read-answer";
import { RestError } from "./rest-error";

/** What became of one item: what the CRM answered for it, or why it was not saved. */
export type Outcome<Item> =
  | { readonly item: Item; readonly saved: SavedItem; readonly error?: undefined }
  | { readonly item: Item; readonly saved?: undefined; readonly error: RestError };

export interface SavedItem {
  readonly id: number;
  readonly updated_at?: number;
}

export interface BatchOptions<Item> {
  readonly signal?: AbortSignal | undefined;
  /** Items in one request: 250 at most, which is the default; the CRM advises 50 where items are large. */
  readonly size?: number;
  /** Called after each request with what became of its items. */
  readonly onBatch?: (outcomes: readonly Outcome<Item>[]) => void;
}

/** Failures after which the next request would fail in the same way. */
const final = new Set(["unauthorized", "payment", "forbidden", "blocked", "too_many", "page", "offline"]);

/**
 * Saves items request after request and gives what became of each, in their order. The CRM refuses a whole request
 * when one of its items is wrong: the item's error names its faults, the errors of the others have none.
 * It rejects only when it is aborted.
 */
export async function saveBatches<Item extends object>(
  send: Send,
  method: "POST" | "PATCH",
  path: string,
  items: readonly Item[],
  { signal, size = 250, onBatch }: BatchOptions<Item> = {},
): Promise<Outcome<Item>[]> {
  const outcomes: Outcome<Item>[] = [];
  let stop: RestError | undefined;
  for (let start = 0; start < items.length; start += size) {
    const batch = items.slice(start, start + size);
    const error = stop;
    const result = error
      ? batch.map((item) => ({ item, error }))
      : await saveBatch(send, method, path, batch, signal);
    const failed = result.find((outcome) => outcome.error)?.error;
    if (failed && final.has(failed.kind)) stop = failed;
    outcomes.push(...result);
    onBatch?.(result);
  }
  return outcomes;
}

interface Answer {
  readonly _embedded?: Readonly<Record<string, readonly (SavedItem & { readonly request_id?: string })[]>>;
}

async function saveBatch<Item extends object>(
  send: Send,
  method: "POST" | "PATCH",
  path: string,
  batch: readonly Item[],
  signal: AbortSignal | undefined,
): Promise<Outcome<Item>[]> {
  const body = batch.map((item, index) => ({ ...item, request_id: String(index) }));
  try {
    const answer = await send<Answer>(method, path, { body, signal });
    const [saved = []] = Object.values(answer?._embedded ?? {});
    const byId = new Map(saved.map((entry, index) => [entry.request_id ?? String(index), entry]));
    return batch.map((item, index) => {
      const entry = byId.get(String(index));
      return entry ? { item, saved: entry } : { item, error: new RestError(unconfirmed, { kind: "server" }) };
    });
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return batch.map((item, index) => ({ item, error: errorOf(error, String(index)) }));
  }
}

const unconfirmed = "The CRM did not say what became of this item.";

function errorOf(error: RestError, requestId: string): RestError {
  if (!(error.cause instanceof Map) || error.cause.size === 0) return error;
  const { kind, status, message } = error;
  const faults = (error.cause as FaultsByItem).get(requestId);
  return new RestError(faults ? message : "Not saved: another item of the same request is wrong.", {
    kind,
    status,
    faults: faults ?? [],
    cause: error,
  });
}
