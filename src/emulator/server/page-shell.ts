import type { Locale } from "../model/entities";
import type { ServedPage } from "../model/wire";
import type { Asset } from "./emulator";

/** In this order: the old libraries would register with RequireJS if they found it. */
const scripts = ["libraries.js", "require.js", "client.js"];

/**
 * The document of every page: the page's data as JSON and the client that draws it. Whatever the data holds, it stays
 * data: no sequence in it can end the script element.
 */
export function writePageShell(data: ServedPage, assets: ReadonlyMap<string, Asset>): string {
  const { account } = data.snapshot;
  const language = data.snapshot.tables.users.find((user) => user.id === account.current_user_id)?.lang;
  const theme = data.faults.theme ?? "light";
  return `<!doctype html>
<html lang="${language ?? account.language}" data-color-scheme="${theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(account.name)}</title>
<link rel="icon" href="data:,">
${assets.has("client.css") ? `<link rel="stylesheet" href="${addressOf("client.css", assets)}">` : ""}
${scripts
  .filter((name) => assets.has(name))
  .map((name) => `<script defer src="${addressOf(name, assets)}"></script>`)
  .join("\n")}
</head>
<body>
<script type="application/json" id="emulator-data">${escapeJson(JSON.stringify(data))}</script>
</body>
</html>
`;
}

function addressOf(name: string, assets: ReadonlyMap<string, Asset>): string {
  const version = assets.get(name)?.version;
  return version === undefined ? `/-/${name}` : `/-/${name}?${version}`;
}

const missing = {
  en: { title: "There is nothing here", text: "The account has nothing at", back: "Dashboard" },
  es: { title: "Aquí no hay nada", text: "La cuenta no tiene nada en", back: "Panel" },
  pt: { title: "Não há nada aqui", text: "A conta não tem nada em", back: "Painel" },
  ru: { title: "Здесь ничего нет", text: "В аккаунте нет ничего по адресу", back: "Рабочий стол" },
} as const satisfies Record<Locale, object>;

/** For an address of a card or a list that is not there, or that the user may not see. */
export function writeMissingPage(path: string, locale: Locale): string {
  const { title, text, back } = missing[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<style>
:root { color-scheme: light dark; }
body { display: grid; min-height: 100vh; margin: 0; place-content: center; font: 14px/20px "Noto Sans", "Segoe UI", Roboto, Arial, sans-serif; text-align: center; }
h1 { margin: 0 0 8px; font-size: 18px; }
p { max-width: 560px; margin: 0 16px 16px; overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>${title}</h1>
<p>${text} <code>${escapeHtml(path)}</code></p>
<a href="/dashboard/">${back}</a>
</body>
</html>
`;
}

function escapeJson(json: string): string {
  return json.replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
