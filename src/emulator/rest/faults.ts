import type { Faults } from "../model/wire";
import { json, problem, type RestResponse } from "./message";

/** Nothing goes wrong. */
export const noFaults: Faults = {
  delay: 0,
  status: null,
  html: false,
  offline: false,
  tokenExpired: false,
  rateLimit: false,
  callTwice: false,
  order: "observed",
  containerDelay: 0,
  foreignJquery: false,
  longWords: false,
  narrowPanel: false,
  zoom: 100,
  theme: null,
};

/** The most that an answer may be held back, milliseconds. */
const delayLimit = 60_000;

const kinds: { readonly [F in keyof Faults]: (value: unknown) => boolean } = {
  delay: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= delayLimit,
  status: (value) => value === null || [401, 402, 403, 404, 429, 500, 502, 503, 504].includes(Number(value)),
  html: isFlag,
  offline: isFlag,
  tokenExpired: isFlag,
  rateLimit: isFlag,
  callTwice: isFlag,
  order: (value) => value === "observed" || value === "documented",
  containerDelay: (value) => Number.isInteger(value) && Number(value) >= -1 && Number(value) <= delayLimit,
  foreignJquery: isFlag,
  longWords: isFlag,
  narrowPanel: isFlag,
  zoom: (value) => value === 100 || value === 200,
  theme: (value) => value === null || value === "light" || value === "dark",
};

/**
 * Changes the faults that are named. Gives the whole set, or a sentence that says which name or value is wrong.
 *
 * @example
 * changeFaults(noFaults, { status: 429, delay: 300 })
 */
export function changeFaults(before: Faults, change: unknown): Faults | string {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return "Faults are an object.";
  for (const [name, value] of Object.entries(change)) {
    if (!Object.hasOwn(kinds, name)) {
      return `There is no fault "${name}". There are: ${Object.keys(kinds).join(", ")}.`;
    }
    if (!kinds[name as keyof Faults](value)) return `The fault "${name}" cannot be ${JSON.stringify(value)}.`;
  }
  return { ...before, ...change };
}

/** What the account's host answers in the place of its back end; null where nothing is to go wrong. */
export function answerFault(faults: Faults): RestResponse | null {
  if (faults.html) return writeHtml(faults.status ?? 200);
  if (faults.status === null) return null;
  if (faults.status === 429) return answerTooMany();
  if (faults.status === 500) {
    return json(
      { title: "ErrInternalServer", status: 500, detail: "Internal server error", trace_id: "0" },
      500,
    );
  }
  // Gateways answer with a page of their own.
  if (faults.status >= 502) return writeHtml(faults.status);
  return problem(faults.status, details[faults.status] ?? "");
}

/** Kommo: HTTP codes; `retry_after` are seconds. */
export function answerTooMany(): RestResponse {
  return problem(429, "Too many requests, try again later", { retry_after: 300 });
}

const details: Readonly<Record<number, string>> = {
  401: "Invalid username or password",
  402: "The account is not paid",
  403: "Access denied",
  404: "Not found",
};

function writeHtml(status: number): RestResponse {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center><hr><center>nginx</center></body></html>`,
  };
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}
