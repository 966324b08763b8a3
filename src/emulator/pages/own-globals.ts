// What the browser gave the page before any widget came. The bundler puts these in the place of the globals of the same
// names, throughout the emulator's client: a widget that replaces `setTimeout` or `JSON.parse` breaks itself alone.
const { window } = globalThis;
const { parse, stringify } = window.JSON;

const own = {
  setTimeout: window.setTimeout.bind(window) as typeof globalThis.setTimeout,
  clearTimeout: window.clearTimeout.bind(window) as typeof globalThis.clearTimeout,
  setInterval: window.setInterval.bind(window) as typeof globalThis.setInterval,
  clearInterval: window.clearInterval.bind(window) as typeof globalThis.clearInterval,
  requestAnimationFrame: window.requestAnimationFrame.bind(window),
  cancelAnimationFrame: window.cancelAnimationFrame.bind(window),
  queueMicrotask: window.queueMicrotask.bind(window),
  fetch: window.fetch.bind(window),
  Promise: window.Promise,
  JSON: { parse, stringify } as typeof globalThis.JSON,
  Map: window.Map,
  Set: window.Set,
  WeakMap: window.WeakMap,
  Error: window.Error,
  TypeError: window.TypeError,
  URL: window.URL,
  Proxy: window.Proxy,
};

export const {
  setTimeout,
  clearTimeout,
  setInterval,
  clearInterval,
  requestAnimationFrame,
  cancelAnimationFrame,
  queueMicrotask,
  fetch,
  Promise,
  JSON,
  Map,
  Set,
  WeakMap,
  Error,
  TypeError,
  URL,
  Proxy,
} = own;
