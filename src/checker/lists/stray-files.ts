/** What operating systems, editors and version control leave in a folder. */
const junk =
  /(?:^|\/)(?:\.DS_Store|__MACOSX|\._[^/]*|Thumbs\.db|ehthumbs\.db|desktop\.ini|\.git|\.gitignore|\.gitattributes|\.gitkeep|\.gitmodules|\.svn|\.hg|\.idea|\.vscode|[^/]*\.sw[op]|[^/]*~)(?:\/|$)/i;

/** Leftovers that give something away or do harm: sources maps, server code, package managers. */
const harmful =
  /\.map$|\.php$|(?:^|\/)(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bower\.json|composer\.(?:json|lock)|node_modules|bower_components|vendor\/bin)(?:\/|$)|(?:^|\/)\.env[^/]*$/i;

const leftover =
  /\.(?:tsx?|jsx|vue|scss|sass|less|styl|coffee|py|rb|sh|bat|cmd|bak|orig|old|tmp|log|psd|ai|fig|sketch|xd|zip|rar|7z|tar|gz)$|(?:^|\/)(?:[^/]+\.config\.[^/]+|tsconfig[^/]*|jsconfig[^/]*|\.eslintrc[^/]*|\.stylelintrc[^/]*|\.prettierrc[^/]*|\.babelrc[^/]*|\.editorconfig|\.browserslistrc|\.npmrc|\.nvmrc|makefile|dockerfile|gulpfile\.js|gruntfile\.js|readme[^/]*|changelog[^/]*|contributing[^/]*)$|\.(?:test|spec)\.[^/]+$|(?:^|\/)(?:tests?|__tests__|__mocks__|coverage)\//i;

/** Licences that a bundled library obliges its users to ship. */
const legal =
  /\.LICENSE\.txt$|(?:^|\/)(?:NOTICE|LICEN[CS]ES?|COPYING)(?:$|[-.](?![^/]*\.?(?:twig|html?|css|[cm]?js|json|png|jpe?g|gif|svg|webp)$)[^/]*$)/i;

export type StrayKind = "junk" | "harmful" | "leftover" | "legal";

/**
 * What kind of stray an entry is by its name; null for what may belong to the widget.
 *
 * @example
 * findStray("__MACOSX/._script.js") // "junk"
 */
export function findStray(path: string): StrayKind | null {
  if (junk.test(path)) return "junk";
  if (legal.test(path)) return "legal";
  if (harmful.test(path)) return "harmful";
  return leftover.test(path) ? "leftover" : null;
}
