export interface SyncRoutes {
  /** The account's name: its first part of a host at Kommo. */
  readonly subdomain: string;
}

const domains = ["kommo.com", "amocrm.com", "amocrm.ru"];

/**
 * Sends what the page asks for while it waits (`$.ajax({ async: false })`) to the emulator: browsers keep such requests
 * from service workers, so without this they would reach the network, past every mock. The account's own addresses go
 * to the account, all others to `/-/sync`, which answers as the host would. Returns the disposer.
 */
export function routeSyncRequests(
  { XMLHttpRequest: { prototype }, location }: Window & typeof globalThis,
  { subdomain }: SyncRoutes,
): () => void {
  const names = [subdomain, location.hostname.split(".")[0]];
  const hosts = [location.host, ...domains.flatMap((domain) => names.map((name) => `${name}.${domain}`))];
  // Unbound on purpose: it is called with the request that it belongs to.
  // oxlint-disable-next-line typescript/unbound-method
  const before = prototype.open as (this: XMLHttpRequest, ...sent: unknown[]) => void;
  prototype.open = function (this: XMLHttpRequest, ...sent: unknown[]): void {
    const [method, address, isAsync = true, ...rest] = sent;
    if (isAsync) return before.apply(this, sent);
    before.call(this, method, route(String(address)), false, ...rest);
  };
  return () => {
    prototype.open = before;
  };

  function route(address: string): string {
    if (!URL.canParse(address, location.href)) return address;
    const { origin, protocol, host, pathname, search, href } = new URL(address, location.href);
    if (origin === location.origin || !protocol.startsWith("http")) return address;
    return hosts.includes(host) ? pathname + search : `/-/sync?url=${encodeURIComponent(href)}`;
  }
}
