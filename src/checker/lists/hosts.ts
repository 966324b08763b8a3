const vendorDomains = [
  "kommo.com",
  "amocrm.com",
  "amocrm.ru",
  "amocrm.com.br",
  "amocrm.es",
  "amo.sh",
  "amojo.com",
];

/** Hosts of the CRM's vendor. */
export function isVendorHost(host: string): boolean {
  return vendorDomains.some((domain) => isUnder(host, domain));
}

const developmentDomains = [
  "localhost",
  "local",
  "test",
  "internal",
  "loc",
  "lan",
  "localdomain",
  "ngrok.io",
  "ngrok-free.app",
  "ngrok.app",
  "ngrok.dev",
  "zrok.io",
  "trycloudflare.com",
  "loca.lt",
  "localtunnel.me",
  "serveo.net",
  "lhr.life",
  "webhook.site",
  "pipedream.net",
  "now.sh",
];
const exampleDomains = ["example.com", "example.org", "example.net"];

/** Hosts that only a developer's machine or a tunnel to it answers. */
export function isDevelopmentHost(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, "");
  if (developmentDomains.some((domain) => isUnder(name, domain))) return true;
  if (name === "::1" || name === "0.0.0.0" || /(?:^|\.)requestbin\.[a-z]+$/.test(name)) return true;
  const [a, b] = /^\d+\.\d+\.\d+\.\d+$/.test(name) ? name.split(".").map(Number) : [];
  return (
    a === 127 || a === 10 || (a === 192 && b === 168) || (a === 172 && b !== undefined && b >= 16 && b <= 31)
  );
}

/** Names that documentation uses and nobody owns. */
export function isExampleHost(host: string): boolean {
  return (
    exampleDomains.some((domain) => isUnder(host, domain)) ||
    /(?:^|\.)(?:your-?(?:url|server|domain|site|backend|api))\.|\.example$/i.test(host)
  );
}

function isUnder(host: string, domain: string): boolean {
  const name = host.toLowerCase();
  return name === domain || name.endsWith(`.${domain}`);
}
