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

type Value = Readonly<Record<string, unknown>>;

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
  // A ring, made at once in its whole size: what it holds is all that grows. The oldest entry stands at `begin`.
  const values = Array.from<Value | null>({ length: entryLimit }).fill(null);
  const kindOf = new Uint8Array(entryLimit);
  const counted = new Map<string, number>();
  let begin = 0;
  let size = 0;
  let dropped = 0;

  return {
    add(batch) {
      if (!isObject(batch)) return;
      for (const [index, kind] of kinds.entries()) {
        const sent = batch[kind];
        if (!Array.isArray(sent)) continue;
        for (const value of sent) {
          const entry = readEntry(shapes[kind], value);
          if (entry !== null) write(index, entry);
        }
      }
    },
    addRequest: (entry) => write(kinds.indexOf("requests"), { ...entry, url: cut(entry.url) }),
    read() {
      const report: Record<Kind, object[]> = {
        callbacks: [],
        calls: [],
        unsupported: [],
        unknown: [],
        errors: [],
        requests: [],
      };
      for (let step = 0; step < size; step += 1) {
        const place = (begin + step) % entryLimit;
        const kind = kinds[kindOf[place] ?? 0];
        const value = values[place];
        if (kind !== undefined && value) report[kind].push(value);
      }
      return { ...report, dropped };
    },
    clear() {
      values.fill(null);
      counted.clear();
      begin = size = dropped = 0;
    },
  };

  function write(kind: number, value: Value): void {
    const key = nameCounted(kind, value);
    const known = key === null ? undefined : counted.get(key);
    if (known !== undefined) {
      const before = values[known];
      values[known] = { ...before, count: Number(before?.["count"]) + Number(value["count"]) };
      return;
    }
    if (size === entryLimit) dropOldest();
    const place = (begin + size) % entryLimit;
    values[place] = value;
    kindOf[place] = kind;
    size += 1;
    if (key !== null) counted.set(key, place);
  }

  function dropOldest(): void {
    const value = values[begin];
    const key = value ? nameCounted(kindOf[begin] ?? 0, value) : null;
    if (key !== null) counted.delete(key);
    values[begin] = null;
    begin = (begin + 1) % entryLimit;
    size -= 1;
    dropped += 1;
  }
}

/** What is counted under one name; null for entries that stand alone. */
function nameCounted(kind: number, value: Value): string | null {
  if (typeof value["count"] !== "number") return null;
  return JSON.stringify([kind, value["member"], value["area"]]);
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
