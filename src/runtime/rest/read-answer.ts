import { RestError, type RestErrorKind, type RestFault } from "./rest-error";

/** The host's description of a failure. (Kommo: HTTP codes) */
interface Trouble {
  readonly title?: string;
  readonly detail?: string;
  readonly retry_after?: number;
  readonly "validation-errors"?: readonly {
    readonly request_id: string;
    readonly errors: readonly RestFault[];
  }[];
}

/** The faults of a refused request by the `request_id` of its items; what `readAnswer` leaves in an error's cause. */
export type FaultsByItem = ReadonlyMap<string, readonly RestFault[]>;

/**
 * The data of an answer; undefined for 204, which is how the CRM says that there is nothing.
 *
 * @throws RestError for every other status than 2xx, and for an answer that is no JSON
 */
export async function readAnswer(response: Response, request: string): Promise<unknown> {
  const { ok, status, headers } = response;
  if (status === 204) return undefined;
  const text = await response.text();
  // 202 comes with an empty body or with plain text.
  if (status === 202 || (ok && text === "")) return undefined;
  const isJson = /json/.test(headers.get("Content-Type") ?? "");
  const data = isJson ? parse(text) : undefined;
  if (ok && data !== undefined) return data;

  const trouble = (data ?? {}) as Trouble;
  const kind = chooseKind(status, data !== undefined);
  const said = trouble.detail ?? trouble.title ?? (isJson ? "broken JSON" : "a page instead of data");
  const items = trouble["validation-errors"] ?? [];
  throw new RestError(`${request} was answered with ${status}: ${said}`, {
    kind,
    status,
    retryAfter: readSeconds(headers.get("Retry-After")) ?? trouble.retry_after,
    faults: items.flatMap(({ errors }) => errors),
    cause: new Map(items.map(({ request_id, errors }) => [request_id, errors])) satisfies FaultsByItem,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function chooseKind(status: number, isData: boolean): RestErrorKind {
  if (status < 400) return "page";
  if (status >= 500) return "server";
  if (status === 403 && !isData) return "blocked";
  return kinds[status] ?? "refused";
}

const kinds: Readonly<Record<number, RestErrorKind>> = {
  400: "invalid",
  401: "unauthorized",
  402: "payment",
  403: "forbidden",
  404: "not_found",
  422: "invalid",
  429: "too_many",
};

/** `Retry-After` holds seconds or a date. */
function readSeconds(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}
