type Answer = (request: Request) => Promise<Response>;

/**
 * Lets jQuery's requests and `fetch` to the page's own address be answered in process. Other hosts are not touched.
 * Returns the disposer.
 */
export function connectRequests(
  window: Window & typeof globalThis,
  $: JQueryStatic,
  answer: Answer,
): () => void {
  let isConnected = true;
  const { fetch, location } = window;
  const isOwn = (url: string) => new URL(url, location.href).origin === location.origin;

  // jQuery has no way to take a transport back, so a disconnected one steps aside.
  $.ajaxTransport("+*", (settings: JQueryAjaxSettings) => {
    const { url = "" } = settings;
    if (!isConnected || !isOwn(url)) return undefined;
    return createTransport(settings, new URL(url, location.href).href, answer);
  });
  window.fetch = (input, init) => {
    const request = new window.Request(
      input instanceof Request ? input : new URL(input, location.href),
      init,
    );
    return isConnected && isOwn(request.url) ? answer(request) : fetch(input, init);
  };

  return () => {
    isConnected = false;
    window.fetch = fetch;
  };
}

type Complete = (status: number, text: string, responses?: object, headers?: string) => void;

function createTransport({ type, data, contentType }: JQueryAjaxSettings, url: string, answer: Answer) {
  let isAborted = false;
  return {
    send(headers: Record<string, string>, complete: Complete): void {
      const method = (type ?? "GET").toUpperCase();
      const body = method === "GET" || method === "HEAD" ? undefined : bodyOf(data);
      const all = new Headers(headers);
      if (body !== undefined && typeof contentType === "string") all.set("Content-Type", contentType);
      answer(new Request(url, { method, headers: all, body }))
        .then(async (response) => [response, await response.text()] as const)
        .then(
          ([response, text]) => {
            const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\r\n");
            if (!isAborted) complete(response.status, response.statusText, { text }, lines);
          },
          (error: unknown) => {
            if (!isAborted) complete(0, String(error));
          },
        );
    },
    abort() {
      isAborted = true;
    },
  };
}

/** By now jQuery has made text of plain objects; forms and files go as they are. */
function bodyOf(data: unknown): string | FormData | Blob | undefined {
  if (data === undefined || data === null) return undefined;
  return data instanceof FormData || data instanceof Blob ? data : String(data);
}
