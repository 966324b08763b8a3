/** Beginnings that tell a secret from any other long text. */
const patterns: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY/],
  ["a signed token", /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/],
  ["a token of the CRM", /\bdef50200[0-9a-f]{40,}/],
  ["a Google key", /\bAIza[\w-]{35}/],
  ["an Amazon key", /\bAKIA[0-9A-Z]{16}\b/],
  ["a secret key", /\bsk(?:_live|_test)?[-_][A-Za-z0-9]{20,}/],
  ["a Slack token", /\bxox[abp]-[\w-]{10,}/],
  ["a GitHub token", /\bghp_[A-Za-z0-9]{36}/],
  ["a Telegram bot's token", /\b\d{8,10}:[A-Za-z0-9_-]{35}\b/],
  // What an Authorization header carries; `Bearer ${token}` has its token from elsewhere.
  [
    "the credentials of a service",
    /^(?:Bearer|Basic|Token) (?=[A-Za-z.~+/=_-]{0,60}\d)(?=[\d.~+/=_-]{0,60}[A-Za-z])[\w.~+/=-]{16,}/,
  ],
];

/** A secret stands by itself, or near the beginning of what holds it. */
const longest = 10_000;

/** The kind of secret that a text holds by its own look; null for everything else. */
export function findSecretByLook(whole: string): string | null {
  const text = whole.slice(0, longest);
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

const secretName =
  /(?:secret|token|passw(?:or)?d|passwd|api_?key|private_?key|access_?key|auth_?key|(?:^|_)hash$|(?:^|_)pass$|(?:^|_)key$)/i;
const idName =
  /client_?id|public|integrity|uuid|nonce|csrf|selector|class|translation|label|placeholder|storage|commit|build|version|revision|content|chunk|file/i;
const leastEntropy = 3.5;

/** True when a name says "secret" and its value looks like one: 32 mixed characters or more, with little pattern. */
export function looksSecret(name: string, value: string): boolean {
  const plain = name.replaceAll(/([a-z])([A-Z])/g, "$1_$2");
  if (!secretName.test(plain) || idName.test(plain)) return false;
  if (/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(value) || /^sha(?:256|384|512)-/.test(value))
    return false;
  if (/^[0-9a-f]{64}$/i.test(value)) return true;
  if (!/^[A-Za-z0-9+/=_-]{32,}$/.test(value) || !/\d/.test(value) || !/[A-Za-z]/.test(value)) return false;
  return measureEntropy(value) > leastEntropy;
}

/** True when the query of an address gives a secret away: `?token=…`. */
export function carriesSecret(whole: string): boolean {
  const pairs = whole.slice(0, longest).matchAll(/[?&]([\w-]{1,40})=([\w+/=-]{32,200})/g);
  return [...pairs].some(([, name, value]) => looksSecret(name as string, value as string));
}

/** Bits a character. */
function measureEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return [...counts.values()].reduce(
    (sum, count) => sum - (count / text.length) * Math.log2(count / text.length),
    0,
  );
}
