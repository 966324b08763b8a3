import type { ReportBatch } from "../model/wire";
import { createTextRing } from "./text-ring";

/** What `GET /-/report.json` gives: all that pages and server have noted since the start or the last reset. */
export interface EmulatorReport {
  readonly callbacks: readonly object[];
  readonly calls: readonly object[];
  readonly unsupported: readonly object[];
  readonly unknown: readonly object[];
  readonly errors: readonly object[];
  readonly requests: readonly object[];
  /** Entries that had to make room for later ones. */
  readonly dropped: number;
}

export interface RequestEntry {
  readonly method: string;
  readonly url: string;
  /** 0 where no answer came. */
  readonly status: number;
}

export interface ReportLog {
  /** Takes what a page has sent; what has the wrong shape is left out. */
  add(batch: unknown): void;
  addRequest(entry: RequestEntry): void;
  read(): EmulatorReport;
  clear(): void;
}

type Kind = keyof ReportBatch;

type Value = Readonly<Record<string, unknown>>;

const entryLimit = 10_000;
/** Ten thousand entries of ordinary length are a tenth of it; a report of more stops server and page when it is read. */
const byteLimit = 32 * 1024 * 1024;
const textLimit = 10_000;

type Shape = Readonly<Record<string, "string" | "number" | "boolean" | "string?" | "string|null">>;

const shapes: Readonly<Record<Kind, Shape>> = {
  callbacks: {
    widget: "string",
    area: "string",
    name: "string",
    ms: "number",
    ok: "boolean",
    error: "string?",
  },
  calls: { member: "string", count: "number" },
  unsupported: { member: "string", area: "string", count: "number", stack: "string" },
  unknown: { member: "string", area: "string", count: "number" },
  errors: { widget: "string|null", area: "string", message: "string", stack: "string", origin: "string" },
  requests: { method: "string", url: "string", status: "number" },
};

const kinds = Object.keys(shapes) as readonly Kind[];

/**
 * Keeps the last 10,000 entries of a report, 32 MB of them at most. Calls and reads of members are counted, one entry a member (and area);
 * everything else is an entry each, and the oldest of those makes room first.
 */
export function createReportLog(): ReportLog {
  const entries = createTextRing(entryLimit, byteLimit);
  const counted = new Map<string, { readonly kind: Kind; value: Value }>();
  let dropped = 0;

  return {
    add(batch) {
      if (!isObject(batch)) return;
      for (const kind of kinds) {
        const sent = batch[kind];
        if (!Array.isArray(sent)) continue;
        for (const value of sent) {
          const entry = readEntry(shapes[kind], value);
          if (entry !== null) write(kind, entry);
        }
      }
    },
    addRequest: (entry) => write("requests", { ...entry, url: cut(entry.url) }),
    read() {
      const report: Record<Kind, object[]> = {
        callbacks: [],
        calls: [],
        unsupported: [],
        unknown: [],
        errors: [],
        requests: [],
      };
      for (const { kind, value } of counted.values()) report[kind].push(value);
      for (const text of entries.read()) {
        const [kind, value] = JSON.parse(text) as [Kind, Value];
        report[kind].push(value);
      }
      return { ...report, dropped };
    },
    clear() {
      entries.clear();
      counted.clear();
      dropped = 0;
    },
  };

  function write(kind: Kind, value: Value): void {
    if (typeof value["count"] !== "number") {
      makeRoom();
      dropped += entries.push(JSON.stringify([kind, value]));
      return;
    }
    const key = JSON.stringify([kind, value["member"], value["area"]]);
    const known = counted.get(key);
    if (known === undefined) {
      makeRoom();
      counted.set(key, { kind, value });
    } else {
      known.value = { ...known.value, count: Number(known.value["count"]) + value["count"] };
    }
  }

  function makeRoom(): void {
    if (entries.size + counted.size < entryLimit) return;
    dropped += 1;
    if (entries.size > 0) return entries.shift();
    const [oldest = ""] = counted.keys();
    counted.delete(oldest);
  }
}

function readEntry(shape: Shape, value: unknown): Readonly<Record<string, unknown>> | null {
  if (!isObject(value)) return null;
  const entry: Record<string, unknown> = {};
  for (const [member, kind] of Object.entries(shape)) {
    const given = value[member];
    if (given === undefined && kind.endsWith("?")) continue;
    if (given === null && kind.endsWith("|null")) entry[member] = null;
    else if (typeof given !== kind.split(/[|?]/, 1)[0]) return null;
    else entry[member] = typeof given === "string" ? cut(given) : given;
  }
  return entry;
}

function cut(text: string): string {
  return text.length > textLimit ? `${text.slice(0, textLimit)}…` : text;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
