type Success = (data: unknown, status: string, request: JQueryXHR) => void;

/**
 * Makes `crm_post`: the CRM's proxy to other hosts, at most once a second. Calls that come faster wait for whole
 * seconds. The caller's `data` gets the key `target`, and the error callback is never called, both as in the product.
 */
export function createCrmPost($: JQueryStatic, wait: (run: () => void, ms: number) => void) {
  let free = 0;
  return function crm_post(
    url: string,
    given?: Record<string, unknown> | null,
    ok?: Success,
    type = "text",
  ): void {
    const data = given ?? {};
    data.target = url;
    const now = Date.now();
    const delay = free > now ? Math.ceil((free - now) / 1000) * 1000 : 0;
    free = now + delay + 1000;
    const send = () => {
      void $.ajax({ url: "/private/widget/proxy.php", type: "POST", data, dataType: type, success: ok });
    };
    if (delay === 0) send();
    else wait(send, delay);
  };
}
