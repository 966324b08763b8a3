/** Tells the report of each frame that the page's policy kept from loading; no worker sees those. */
export function reportBlockedFrames(window: Window & typeof globalThis): void {
  const { fetch } = window;
  window.document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective !== "frame-src") return;
    const body = JSON.stringify({ requests: [{ method: "GET", url: blockedURI, status: 0 }] });
    const headers = { "content-type": "application/json" };
    fetch.call(window, "/-/report", { method: "POST", headers, body }).catch(() => undefined);
  });
}
