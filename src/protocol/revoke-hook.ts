import { createHmac, encodeHex } from "./hmac";

/**
 * Signature of the hook that Kommo sends when an integration is disabled (Kommo: OAuth 2.0):
 * `GET <address>?account_id&client_uuid&signature`.
 */
export async function signRevocation(secret: string, clientUuid: string, accountId: number): Promise<string> {
  return encodeHex(await createHmac("SHA-256", secret, `${clientUuid}|${accountId}`));
}
