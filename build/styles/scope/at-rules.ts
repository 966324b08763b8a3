/**
 * What an at-rule means for a sheet that must stay inside one element:
 *
 * - `group`: holds style rules; they are scoped like any other
 * - `scope`: `@scope`, which limits its rules by itself once its own selectors are scoped
 * - `name`: defines something by a name that the whole page shares; the name gets a prefix
 * - `page`: works on the page as a whole, and cannot be limited
 * - `import`, `namespace`, `charset`: belong to the top of a sheet, and style.css is made of several
 * - `unknown`: nothing that the build can vouch for
 */
export type AtRuleKind = "group" | "scope" | "name" | "page" | "import" | "namespace" | "charset" | "unknown";

/** Tells the kind of an at-rule by its name in lower case; a vendor's prefix does not count. */
export function kindOfAtRule(name: string): AtRuleKind {
  return kinds.get(withoutVendor(name)) ?? "unknown";
}

/** `-webkit-keyframes` → `keyframes`. */
export function withoutVendor(name: string): string {
  return name.replace(/^-(?:webkit|moz|ms|o)-/, "");
}

const kinds: ReadonlyMap<string, AtRuleKind> = new Map([
  ...listKind("group", "media supports container layer starting-style document"),
  ...listKind("scope", "scope"),
  ...listKind("name", "keyframes font-face font-feature-values font-palette-values property counter-style"),
  ...listKind("name", "position-try function color-profile"),
  ...listKind("page", "page view-transition viewport"),
  ...listKind("import", "import"),
  ...listKind("namespace", "namespace"),
  ...listKind("charset", "charset"),
]);

function listKind(kind: AtRuleKind, names: string): [string, AtRuleKind][] {
  return names.split(" ").map((name) => [name, kind]);
}
