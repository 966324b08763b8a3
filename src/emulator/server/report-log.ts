import type { ReportBatch } from "../model/wire";

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

interface Entry {
  readonly kind: Kind;
  value: Readonly<Record<string, unknown>>;
}

const entryLimit = 10_000;
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
 * Keeps the last 10,000 entries of a report. Calls and reads of members are counted, one entry a member (and area);
 * everything else is an entry each.
 */
export function createReportLog(): ReportLog {
  const entries = new Map<string, Entry>();
  let dropped = 0;
  let written = 0;

  const log: ReportLog = {
    add(batch) {
      if (!isObject(batch)) return;
      for (const kind of kinds) {
        const values = batch[kind];
        if (!Array.isArray(values)) continue;
        for (const value of values) {
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
      for (const { kind, value } of entries.values()) report[kind].push(value);
      return { ...report, dropped };
    },
    clear() {
      entries.clear();
      dropped = 0;
    },
  };
  return log;

  function write(kind: Kind, value: Readonly<Record<string, unknown>>): void {
    const counted = typeof value["count"] === "number";
    const key = counted ? JSON.stringify([kind, value["member"], value["area"]]) : String((written += 1));
    const known = entries.get(key);
    if (known !== undefined) {
      known.value = { ...known.value, count: Number(known.value["count"]) + Number(value["count"]) };
      return;
    }
    entries.set(key, { kind, value });
    if (entries.size <= entryLimit) return;
    const [oldest = ""] = entries.keys();
    entries.delete(oldest);
    dropped += 1;
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
