import type { Limiter } from "./create-limiter";
import { encodeQuery, type Query } from "./encode-query";
import { pause } from "./pause";
import { readAnswer } from "./read-answer";
import { RestError } from "./rest-error";

export interface SendOptions {
  readonly query?: Query | undefined;
  readonly body?: unknown;
  /** Default: the signal of the area. */
  readonly signal?: AbortSignal | undefined;
}

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Asks the CRM in the user's session. Gives undefined where the answer is empty. */
export type Send = <T>(method: Method, path: string, options?: SendOptions) => Promise<T | undefined>;

/** Tries after the first. */
const retries = 3;
/** The longest that a try waits, ms. A host that wants more is not asked again. */
const patience = 15_000;

/**
 * Makes the function that every request goes through: it waits for its turn, tries again where that is safe, and
 * gives what went wrong as a RestError.
 */
export function createSend(limit: Limiter, end: AbortSignal): Send {
  return async <T>(method: Method, path: string, { query = {}, body, signal = end }: SendOptions = {}) => {
    const search = encodeQuery(query);
    const address = `/api/v4/${path}${search && `?${search}`}`;
    const request = `${method} /api/v4/${path}`;
    const init: RequestInit = {
      method,
      signal,
      headers: {
        "X-Requested-With": "XMLHttpRequest",
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };

    for (let tried = 0; ; tried++) {
      await limit(signal);
      try {
        return (await readAnswer(await fetch(address, init), request)) as T | undefined;
      } catch (cause) {
        signal.throwIfAborted();
        const error =
          cause instanceof RestError
            ? cause
            : new RestError(`${request} got no answer.`, { kind: "offline", cause });
        const wait = (error.retryAfter ?? 0.5 * 2 ** tried * (1 + Math.random() / 4)) * 1000;
        if (tried === retries || !isWorthAnotherTry(error, method) || wait > patience) throw error;
        await pause(wait, signal);
      }
    }
  };
}

/** What was refused for its number was not done; anything else may have been, and is repeated only where it reads. */
function isWorthAnotherTry({ kind }: RestError, method: Method): boolean {
  return kind === "too_many" || (method === "GET" && (kind === "server" || kind === "offline"));
}
