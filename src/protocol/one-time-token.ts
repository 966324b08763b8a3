import { createHmac, decodeBase64Url, encodeBase64Url } from "./hmac";

/** Claims of the token that a widget sends in `X-Auth-Token` (Kommo: One-time tokens). Times are Unix seconds. */
export interface WidgetTokenClaims {
  /** The account's address, `https://acme.kommo.com`. */
  readonly iss: string;
  /** Scheme and host of the integration's redirect URI. */
  readonly aud: string;
  readonly jti: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  readonly account_id: number;
  readonly user_id: number;
  readonly client_uuid: string;
  readonly subdomain: string;
  readonly is_admin?: boolean;
}

/** Claims of the token in a Salesbot's `widget_request` (Kommo: Salesbot). */
export interface BotTokenClaims extends Omit<WidgetTokenClaims, "jti" | "user_id" | "is_admin"> {
  /** 2 lead, 12 customer; some pages write words. */
  readonly entity_type: number | string;
  readonly entity_id: number;
  readonly bot_type: "salesbot" | "marketingbot";
}

/** Widget tokens are HS256, bot tokens HS512; no other algorithm is made or accepted. */
export type TokenAlgorithm = "HS256" | "HS512";

/** Lifetime of the tokens that Kommo hands out, seconds. */
export const tokenLifetime = 1800;

/**
 * Signs claims with the integration's client secret, which is used as text.
 *
 * @example
 * const token = await signToken(claims, secret, "HS256");
 */
export async function signToken(
  claims: WidgetTokenClaims | BotTokenClaims,
  secret: string,
  algorithm: TokenAlgorithm,
): Promise<string> {
  const head = encodeJson({ typ: "JWT", alg: algorithm });
  const body = encodeJson(claims);
  const signature = await createHmac(hashOf(algorithm), secret, `${head}.${body}`);
  return `${head}.${body}.${encodeBase64Url(signature)}`;
}

export type TokenRefusal = "malformed" | "algorithm" | "signature" | "expired" | "early" | "audience";

export type TokenVerdict<Claims> =
  | { readonly ok: true; readonly claims: Claims }
  | { readonly ok: false; readonly reason: TokenRefusal };

export interface VerifyOptions {
  readonly algorithm: TokenAlgorithm;
  /** Unix seconds. */
  readonly now: number;
  /** Seconds by which the clocks may differ; 60 where absent. */
  readonly leeway?: number;
  /** Where given, `aud` must be it. */
  readonly audience?: string;
}

/**
 * Checks a token: algorithm as pinned (its own header is never trusted), signature, times, audience. Never throws.
 *
 * @example
 * const verdict = await verifyToken<WidgetTokenClaims>(token, secret, { algorithm: "HS256", now });
 */
export async function verifyToken<Claims extends WidgetTokenClaims | BotTokenClaims>(
  token: string,
  secret: string,
  options: VerifyOptions,
): Promise<TokenVerdict<Claims>> {
  const { algorithm, now, leeway = 60, audience } = options;
  const [head, body, signature, ...rest] = token.split(".");
  if (head === undefined || body === undefined || signature === undefined || rest.length > 0) {
    return refuse("malformed");
  }
  const header = decodeJson(head);
  const claims = decodeJson(body);
  const given = decodeBase64Url(signature);
  if (header === null || claims === null || given === null) return refuse("malformed");
  if (header["alg"] !== algorithm) return refuse("algorithm");
  const right = await createHmac(hashOf(algorithm), secret, `${head}.${body}`);
  if (!areEqual(right, given)) return refuse("signature");
  const { exp, nbf, aud } = claims;
  if (typeof exp !== "number" || exp + leeway < now) return refuse("expired");
  if (typeof nbf === "number" && nbf - leeway > now) return refuse("early");
  if (audience !== undefined && aud !== audience) return refuse("audience");
  return { ok: true, claims: claims as unknown as Claims };
}

function refuse(reason: TokenRefusal): { readonly ok: false; readonly reason: TokenRefusal } {
  return { ok: false, reason };
}

function hashOf(algorithm: TokenAlgorithm): "SHA-256" | "SHA-512" {
  return algorithm === "HS256" ? "SHA-256" : "SHA-512";
}

function encodeJson(value: object): string {
  return encodeBase64Url(new TextEncoder().encode(JSON.stringify(value)));
}

function decodeJson(text: string): { readonly [key: string]: unknown } | null {
  const bytes = decodeBase64Url(text);
  if (bytes === null) return null;
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as { readonly [key: string]: unknown })
      : null;
  } catch {
    return null;
  }
}

/** In a time that depends on the lengths alone. */
function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (const [index, byte] of one.entries()) difference |= byte ^ (other[index] ?? 0);
  return difference === 0;
}
