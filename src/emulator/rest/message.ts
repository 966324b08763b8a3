/** A request to the account's own host, as far as the back end looks at it. */
export interface RestRequest {
  /** Upper case. */
  readonly method: string;
  /** Path and query, as sent. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the platform says that it answers with (Kommo: API reference, response types). */
export function json(value: unknown, status = 200): RestResponse {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(value) };
}

export function hal(value: unknown, status = 200): RestResponse {
  return { status, headers: { "content-type": "application/hal+json" }, body: JSON.stringify(value) };
}

/** Nothing found, or deleted: no body at all. */
export function empty(status: 202 | 204 = 204): RestResponse {
  return { status, headers: {}, body: "" };
}

const titles: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  413: "Payload Too Large",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** An error as `application/problem+json`. */
export function problem(status: number, detail: string, more: object = {}): RestResponse {
  const body = {
    ...more,
    title: titles[status] ?? "Error",
    type: `https://httpstatus.es/${status}`,
    status,
    detail,
  };
  return { status, headers: { "content-type": "application/problem+json" }, body: JSON.stringify(body) };
}

/** Ends the handling of a request with an answer. */
export class RestError extends Error {
  override readonly name = "RestError";
  readonly response: RestResponse;

  constructor(response: RestResponse) {
    super(`The request ends with ${response.status}.`);
    this.response = response;
  }
}

export function fail(status: number, detail: string): never {
  throw new RestError(problem(status, detail));
}
