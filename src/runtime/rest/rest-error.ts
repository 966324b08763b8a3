/** Why a request failed. */
export type RestErrorKind =
  /** 401: the session is over. */
  | "unauthorized"
  /** 402: the account is not paid, or its plan lacks this. */
  | "payment"
  /** 403: the user may not do this. */
  | "forbidden"
  /** 403 with a page instead of data: too many requests, every further one is refused for minutes. */
  | "blocked"
  /** 404: no such entity or address. */
  | "not_found"
  /** 400 or 422: what was sent is wrong; see `faults`. */
  | "invalid"
  /** 429: more than seven requests a second. */
  | "too_many"
  /** 5xx, or an answer that is no answer to what was asked. */
  | "server"
  /** A page came instead of data: most often the login. */
  | "page"
  /** No answer came. */
  | "offline"
  /** Any other status. */
  | "refused";

/** What is wrong with one item of a request. (Kommo: HTTP codes) */
export interface RestFault {
  readonly code: string;
  /** Where in the item: `custom_fields_values.0.values.0.value`. */
  readonly path: string;
  readonly detail: string;
}

/** A request that failed. An aborted one rejects with the reason of its signal instead. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly kind: RestErrorKind;
  /** 0 where no answer came. */
  readonly status: number;
  /** Seconds after which the host wants to be asked again, where it said so. */
  readonly retryAfter: number | undefined;
  /** What is wrong with this item; empty where another item of the same request is to blame. */
  readonly faults: readonly RestFault[];

  constructor(
    message: string,
    {
      kind,
      status = 0,
      retryAfter,
      faults = [],
      cause,
    }: Pick<RestError, "kind"> & Partial<Pick<RestError, "status" | "retryAfter" | "faults" | "cause">>,
  ) {
    super(message, { cause });
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
    this.faults = faults;
  }
}
