import type { SentHook } from "../../model/entities";

/** A request that Kommo would send, before it is sent. */
export interface Hook {
  readonly kind: SentHook["kind"];
  readonly widget: string | null;
  readonly method: "GET" | "POST";
  /** Empty where nobody has named an address. */
  readonly url: string;
  /** Sent as PHP's nested form; in the query of a GET. */
  readonly payload: Payload;
  readonly waits?: SentHook["waits"];
  /** Why there is nobody to send it to. */
  readonly problem?: string;
}

export interface Payload {
  readonly [key: string]: string | number | boolean | null | Payload;
}
