import { decodeForm, listForm, type FormValue } from "../../protocol/bracket-form";
import type { User } from "../model/entities";
import type { Model } from "../model/model";
import { fail, type RestRequest } from "./message";

/** What the back end needs beside the account. */
export interface RestContext {
  /** Where the account is reached, e.g. `http://127.0.0.1:4321`; begins every `href`. No slash at its end. */
  readonly origin: string;
  /** The integration's client secret: signs one-time tokens. */
  readonly secret: string;
  /** Hands out tokens that have expired. */
  readonly tokenExpired?: boolean;
  /** Answers for a foreign host, as `crm_post` asks for it; null where nobody answers. */
  readonly askForeign?: (request: ForeignRequest) => Promise<ForeignAnswer | null>;
}

export interface ForeignRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ForeignAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One request on its way through a handler. */
export interface Call {
  readonly request: RestRequest;
  readonly model: Model;
  readonly context: RestContext;
  /** Who asks. */
  readonly user: User;
  /** Path without query. */
  readonly path: string;
  /** Segments that the route names, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: { readonly [key: string]: FormValue };
}

type Part = { readonly [key: string]: FormValue };

/** A part of the query: `readPart(call.query, "filter")`. */
export function readPart(from: Part, key: string): Part {
  const part = from[key];
  return typeof part === "object" ? part : {};
}

export function readText(from: Part, key: string): string | undefined {
  const value = from[key];
  return typeof value === "string" ? value : undefined;
}

/** `a[]=1&a[]=2`, `a=1,2` and `a=1` are lists alike. */
export function readList(from: Part, key: string): string[] | undefined {
  const value = from[key];
  if (value === undefined) return undefined;
  if (typeof value === "string") return value.split(",").map((item) => item.trim());
  return listForm(value).filter((item) => typeof item === "string");
}

export function readIds(from: Part, key: string): Set<number> | undefined {
  const list = readList(from, key);
  return list === undefined ? undefined : new Set(list.map(Number));
}

/** Words of `with`. */
export function readWith(call: Call): Set<string> {
  return new Set(readList(call.query, "with") ?? []);
}

/** The JSON of the body. Ends with 400 where there is none. */
export function readJson(call: Call): unknown {
  try {
    return JSON.parse(call.request.body) as unknown;
  } catch {
    return fail(400, "Request body is not valid JSON");
  }
}

/** The fields of a form, or of a JSON object: older endpoints take both. */
export function readForm(call: Call): Part {
  const { body, headers } = call.request;
  if (!(headers["content-type"] ?? "").includes("json")) return decodeForm(body);
  const value = body === "" ? {} : readJson(call);
  return toForm(value) as Part;
}

function toForm(value: unknown): FormValue {
  if (typeof value !== "object" || value === null)
    return value === undefined || value === null ? "" : String(value);
  const part = Object.create(null) as Record<string, FormValue>;
  for (const [key, member] of Object.entries(value)) part[key] = toForm(member);
  return part;
}

/** Only administrators may go on. */
export function requireAdmin(call: Call): void {
  if (!call.user.is_admin) fail(403, "Access denied: administrators only");
}

/** Parses the id in a route; what is no id names nothing. */
export function readId(call: Call, name = "id"): number {
  const text = call.params[name] ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : fail(404, `Cannot ${call.request.method} ${call.path}`);
}
