import type { WidgetObject } from "./widget-object";

/** One-time tokens by the integration's id, until when each is used again. */
export type TokenStore = Map<string, { readonly token: string; readonly until: number }>;

/** How long a one-time token is used again. */
const lifetime = 25 * 60 * 1000;

/**
 * Makes `self.$authorizedAjax` (Kommo: One-time tokens): `$.ajax` with a header `X-Auth-Token`. It gives the data, the
 * status and the request each time; in the product a cached token leaves the success value empty, which is a fault
 * that nobody can rely on.
 */
export function createAuthorizedAjax($: JQueryStatic, tokens: TokenStore) {
  function findToken(uuid: string): JQueryPromise<string> {
    const known = tokens.get(uuid);
    if (known !== undefined && known.until > Date.now())
      return $.Deferred<string>().resolve(known.token).promise();
    return $.ajax({ url: `/ajax/v2/integrations/${uuid}/disposable_token`, dataType: "json" }).then(
      ({ token }: { token: string }) => {
        tokens.set(uuid, { token, until: Date.now() + lifetime });
        return token;
      },
    ) as JQueryPromise<string>;
  }

  return function $authorizedAjax(this: WidgetObject, options: JQueryAjaxSettings): unknown {
    const uuid = this.params?.oauth_client_uuid;
    if (typeof uuid !== "string" || uuid === "") {
      return Promise.reject("The integration has no OAuth client, so it gets no token.");
    }
    return findToken(uuid).then((token) =>
      $.ajax({ ...options, headers: { ...options.headers, "X-Auth-Token": token } }),
    );
  };
}
