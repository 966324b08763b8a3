import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeForm } from "../../../protocol/bracket-form";
import type { SentHook } from "../../model/entities";
import type { Emulator } from "../emulator";
import type { Hook, Payload } from "./hook";

/** The list shows this many; the oldest go. */
const hookLimit = 200;
/** Kommo waits 2 s for a bot's request and says nothing of the others. */
const patience = 5000;
const payloadLimit = 64 * 1024;

/**
 * Sends a hook and writes down what became of it. Only loopback and the hosts that the user has allowed are reached.
 * `<mocks>/hooks/<kind>.json` lies over what would be sent: its members take the place of those of the same name.
 */
export async function sendHook(emulator: Emulator, hook: Hook, id: number): Promise<SentHook> {
  const { model } = emulator;
  const edited = await readEdited(emulator.mocksFolder, hook.kind);
  const payload = typeof edited === "string" ? hook.payload : mergePayload(hook.payload, edited);
  const form = encodeForm(payload);
  const url = hook.method === "GET" && hook.url !== "" ? addQuery(hook.url, form) : hook.url;
  const problem =
    hook.problem ?? (typeof edited === "string" ? edited : findProblem(url, emulator.allowHosts));
  const row = write({
    id,
    kind: hook.kind,
    widget_code: hook.widget,
    method: hook.method,
    url,
    body: hook.method === "GET" ? "" : form,
    sent_at: model.now(),
    status: null,
    waits: hook.waits ?? null,
    problem,
  });
  if (problem !== null) return row;
  const outcome = await send(row);
  // The account may have been reset, or the bot continued, while the answer was under way.
  const latest = model.tables.sent_hooks.get(id);
  return latest === undefined ? { ...row, ...outcome } : write({ ...latest, ...outcome });

  function write(next: SentHook): SentHook {
    return model.write((writer) => {
      const { sent_hooks: hooks } = writer.tables;
      writer.put("sent_hooks", next);
      const [oldest] = hooks.all();
      if (hooks.size > hookLimit && oldest !== undefined) writer.remove("sent_hooks", oldest.id);
      return next;
    });
  }
}

async function send({ method, url, body }: SentHook): Promise<Pick<SentHook, "status" | "problem">> {
  try {
    const response = await fetch(url, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
      ...(method === "GET"
        ? { headers: { "user-agent": "amoService-oAuth-Code-Sender/1.0" } }
        : { body, headers: { "content-type": "application/x-www-form-urlencoded" } }),
    });
    await response.body?.cancel();
    return { status: response.status, problem: null };
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return {
      status: null,
      problem: isLate ? `No answer within ${patience / 1000} s.` : "Nobody answers there.",
    };
  }
}

function findProblem(url: string, allowed: readonly string[]): string | null {
  if (url === "") return "No address is named.";
  if (!URL.canParse(url)) return "The address is none.";
  const { protocol, hostname, host } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return "Only http and https are sent.";
  if (isLoopback(hostname) || allowed.includes(host)) return null;
  return `Not sent: ${host} is not on this machine. Allow it with --allow-host ${host}.`;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** The edited payload of a kind of hook; a sentence where it cannot be read. */
async function readEdited(folder: string | null, kind: string): Promise<Payload | string> {
  if (folder === null) return {};
  let text: string;
  try {
    text = await readFile(join(folder, "hooks", `${kind}.json`), "utf8");
  } catch {
    return {};
  }
  try {
    const value: unknown = text.length > payloadLimit ? null : JSON.parse(text);
    if (isPayload(value)) return value;
  } catch {
    // Said below.
  }
  return `Not sent: mocks/hooks/${kind}.json is not a JSON object.`;
}

function mergePayload(base: Payload, over: Payload): Payload {
  const merged: Record<string, Payload[string]> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const before = Object.hasOwn(base, key) ? base[key] : undefined;
    merged[key] = isPayload(before) && isPayload(value) ? mergePayload(before, value) : value;
  }
  return merged;
}

function isPayload(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function addQuery(url: string, query: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}${query}`;
}
