/**
 * The service worker of the emulator's pages, as a script of its own: it runs in no page and shares no code with one.
 * Requests to the emulator pass untouched, so do those to hosts that the user has allowed; every other host is answered
 * by `POST /-/foreign`, from the mocks, or not at all. The network is never asked.
 */
export function writeServiceWorker(allowedHosts: readonly string[]): string {
  return `"use strict";
const allowed = new Set(${JSON.stringify(allowedHosts)});

self.addEventListener("install", (event) => {
  self.skipWaiting();
  if (event.addRoutes === undefined) return;
  // What a page sends while it is left is lost when it has to pass through here first.
  const { hostname, port } = self.location;
  event.waitUntil(event.addRoutes({ condition: { urlPattern: new URLPattern({ hostname, port }) }, source: "network" }));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin === self.location.origin || allowed.has(url.host) || !url.protocol.startsWith("http")) return;
  event.respondWith(answer(event.request));
});

async function answer(request) {
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const reply = await fetch("/-/foreign", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      body: hasBody ? await request.text() : "",
    }),
  });
  if (!reply.ok) return Response.error();
  const { status, headers, body } = await reply.json();
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : bytes, { status, headers });
}
`;
}
