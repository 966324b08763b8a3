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

/** A page that is not there, in the look of the browser. */
export function writeMissingPage(path: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found</title><p>The account has nothing at ${escapeHtml(path)}. <a href="/dashboard/">Dashboard</a></p></html>\n`;
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
