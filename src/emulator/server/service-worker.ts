import { watchPeriod, writeWatch } from "./write-watch";

/**
 * The service worker of the emulator's pages, as a script of its own: it runs in no page and shares no code with one.
 * Requests to the emulator pass untouched, so do those to hosts that the user has allowed; what names the account by
 * its address at Kommo is asked of the emulator; every other host is answered by `POST /-/foreign`, from the mocks, or
 * not at all. The network is never asked.
 *
 * It also watches over each page while its widgets start: a worker of the page's own takes long to be there, and comes
 * not at all to a page that loops by then.
 */
export function writeServiceWorker(allowedHosts: readonly string[], subdomain: string): string {
  return `"use strict";
const allowed = new Set(${JSON.stringify(allowedHosts)});
// Widgets read the account's name from the constants, or from the first part of the page's host.
const names = new Set([${JSON.stringify(subdomain)}, self.location.hostname.split(".")[0]]);
const domains = new Set(["kommo.com", "amocrm.com", "amocrm.ru"]);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  if (event.addRoutes === undefined) return;
  // What a page sends while it is left is lost when it has to pass through here first.
  const { hostname, port } = self.location;
  const urlPattern = new URLPattern({ protocol: "http", hostname, port });
  event.waitUntil(event.addRoutes({ condition: { urlPattern }, source: "network" }));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data === "claim") event.waitUntil(self.clients.claim());
  else if (typeof data === "object" && data !== null && source !== null) event.waitUntil(takeNews(source.id, data));
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin === self.location.origin || allowed.has(url.host) || !url.protocol.startsWith("http")) return;
  event.respondWith(isAccount(url) ? askAccount(event.request, url) : answer(event.request));
});

const watches = new Map();

// Of a page whose own worker has taken over, or that is gone, nothing is kept.
function takeNews(id, data) {
  const { watch, end } = watches.get(id) ?? startWatch(id);
  watch.take(data);
  if (data.isHere) end();
  return watches.get(id)?.ended;
}

function startWatch(id) {
  const watch = createWatch();
  const entry = { watch };
  entry.ended = new Promise((resolve) => {
    const timer = setInterval(async () => {
      if ((await self.clients.get(id)) === undefined) entry.end();
      else watch.look();
    }, ${watchPeriod});
    entry.end = () => {
      clearInterval(timer);
      watches.delete(id);
      resolve();
    };
  });
  watches.set(id, entry);
  return entry;
}
${writeWatch()}
// Its own address with https, which widgets write out, or the one that it would have at Kommo.
function isAccount({ host }) {
  const dot = host.indexOf(".");
  return host === self.location.host || (names.has(host.slice(0, dot)) && domains.has(host.slice(dot + 1)));
}

async function askAccount(request, { pathname, search }) {
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return fetch(self.location.origin + pathname + search, {
    method: request.method,
    headers: request.headers,
    ...(hasBody && { body: await request.arrayBuffer() }),
  });
}

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
