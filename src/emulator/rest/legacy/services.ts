import { encodeForm, type FormValue } from "../../../protocol/bracket-form";
import { signToken, tokenLifetime } from "../../../protocol/one-time-token";
import { readForm, readPart, readText, type Call } from "../call";
import { fail, json, type RestResponse } from "../message";

/** `GET /ajax/v2/integrations/<uuid>/disposable_token`: what `$authorizedAjax` sends (Kommo: One-time tokens). */
export async function giveToken(call: Call): Promise<RestResponse> {
  const { uuid } = call.params;
  const { account, tables } = call.model;
  const [widget] = tables.widgets.filter((row) => row.client_uuid === uuid);
  if (widget === undefined) return fail(404, `There is no integration ${uuid}`);
  const now = call.model.now();
  const issued = call.context.tokenExpired ? now - 2 * tokenLifetime : now;
  const token = await signToken(
    {
      iss: `https://${account.subdomain}.${account.top_level_domain}`,
      aud: readAudience(widget.settings),
      jti: `${widget.client_uuid.slice(0, 8)}-0000-4000-8000-${issued.toString(16).padStart(12, "0")}`,
      iat: issued,
      nbf: issued,
      exp: issued + tokenLifetime,
      account_id: account.id,
      user_id: call.user.id,
      client_uuid: widget.client_uuid,
      subdomain: account.subdomain,
      is_admin: call.user.is_admin,
    },
    call.context.secret,
    "HS256",
  );
  return json({ token });
}

/** Scheme and host of the redirect URI, which an archive does not tell: the first address among the settings. */
function readAudience(settings: { readonly [field: string]: unknown }): string {
  const address = Object.values(settings).find((value) => typeof value === "string" && URL.canParse(value));
  if (typeof address !== "string") return "https://integration.example";
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
}

/** `POST /private/widget/proxy.php`: `crm_post`. The request goes on to `target` with all other fields as a form. */
export async function proxyRequest(call: Call): Promise<RestResponse> {
  const { target, ...fields } = readForm(call);
  if (typeof target !== "string" || !/^https?:\/\//.test(target) || !URL.canParse(target)) {
    return fail(400, "target must be an address");
  }
  const answer = await call.context.askForeign?.({
    method: "POST",
    url: target,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: encodeForm(fields),
  });
  return answer ?? fail(502, `Nobody answers for ${new URL(target).host}`);
}

/** `POST /ajax/v1/inbox/add/`: `APP.notifications.add_*`. */
export function addToInbox(call: Call): RestResponse {
  const form = readForm(call);
  const entries = listEntries(form);
  const added = entries.map((entry) => {
    const type = readText(entry, "type") ?? readText(readPart(entry, "body"), "icon") ?? "";
    const body = readPart(entry, "body");
    return call.model.run("addNotification", {
      kind: type.includes("error") ? "error" : type.includes("call") ? "call" : "message",
      header: readText(entry, "header") ?? readText(body, "title") ?? "",
      text: readText(entry, "text") ?? Object.values(readPart(body, "rows")).map(String).join("\n"),
      link: readText(entry, "link") ?? null,
    });
  });
  return json({ response: { inbox: { add: added.map(({ id }) => ({ id })) } } });
}

type Part = { readonly [key: string]: FormValue };

/** One entry, or a list under `add` or `request[add]`. */
function listEntries(form: Part): Part[] {
  const list = readPart(readPart(form, "request"), "add");
  const plain = readPart(form, "add");
  const entries = Object.values(Object.keys(list).length > 0 ? list : plain).filter(
    (entry) => typeof entry === "object",
  );
  return entries.length > 0 ? entries : [form];
}
