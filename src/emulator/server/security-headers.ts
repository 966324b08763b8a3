/**
 * What a page may reach. Requests to foreign hosts must get past this policy to reach the service worker, which answers
 * them from the mocks; what the worker does not see (frames, sockets, forms, plug-ins) ends here. Widgets of the field
 * use inline handlers and templates that are compiled in the page, as the product lets them.
 */
export function writePagePolicy(allowedHosts: readonly string[]): string {
  const allowed = allowedHosts.flatMap((host) => [`http://${host}`, `https://${host}`]).join(" ");
  const sockets = allowedHosts.flatMap((host) => [`ws://${host}`, `wss://${host}`]).join(" ");
  return [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob: http: https:",
    "style-src 'self' 'unsafe-inline' blob: http: https:",
    "img-src 'self' data: blob: http: https:",
    "font-src 'self' data: http: https:",
    "media-src 'self' data: blob: http: https:",
    `connect-src 'self' blob: data: http: https: ${sockets}`,
    `frame-src 'self' blob: data: ${allowed}`,
    `form-action 'self' ${allowed}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'self'",
  ]
    .map((line) => line.trim())
    .join("; ");
}

/** The service worker itself speaks to the emulator alone. */
export const workerPolicy = "default-src 'none'; connect-src 'self'; script-src 'self'";

/** Of every answer. */
export const commonHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "same-origin",
} as const;
