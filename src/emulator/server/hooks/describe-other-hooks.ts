import { signToken, tokenLifetime } from "../../../protocol/one-time-token";
import { signRevocation } from "../../../protocol/revoke-hook";
import type { InstalledWidget } from "../../model/entities";
import type { Model } from "../../model/model";
import type { Hook } from "./hook";

/** What Kommo sends when an integration is disabled, to the address of its settings (Kommo: OAuth 2.0). */
export async function describeDisableHook(
  model: Model,
  widget: InstalledWidget,
  { url, secret }: { readonly url: string; readonly secret: string },
): Promise<Hook> {
  const { id } = model.account;
  return {
    kind: "disable",
    widget: widget.code,
    method: "GET",
    url,
    payload: {
      account_id: id,
      client_uuid: widget.client_uuid,
      signature: await signRevocation(secret, widget.client_uuid, id),
    },
  };
}

/** What Kommo sends for a system SMS, to the manifest's `sms.endpoint` (Kommo: System SMS). */
export async function describeSmsHook(
  model: Model,
  widget: InstalledWidget,
  { phone, text, secret }: { readonly phone: string; readonly text: string; readonly secret: string },
): Promise<Hook> {
  const { account } = model;
  const endpoint = widget.manifest.sms?.endpoint ?? "";
  const now = model.now();
  const token = await signToken(
    {
      iss: `https://${account.subdomain}.${account.top_level_domain}`,
      aud: URL.canParse(endpoint) ? new URL(endpoint).origin.replace(/:\d+$/, "") : "",
      jti: `${widget.client_uuid.slice(0, 8)}-0000-4000-8000-${now.toString(16).padStart(12, "0")}`,
      iat: now,
      nbf: now,
      exp: now + tokenLifetime,
      account_id: account.id,
      user_id: account.current_user_id,
      client_uuid: widget.client_uuid,
      subdomain: account.subdomain,
    },
    secret,
    "HS256",
  );
  return {
    kind: "sms",
    widget: widget.code,
    method: "POST",
    url: endpoint,
    payload: { text, phone, token },
    ...(endpoint === "" ? { problem: "The manifest names no sms.endpoint." } : {}),
  };
}
