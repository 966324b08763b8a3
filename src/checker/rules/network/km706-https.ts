import { isDevelopmentHost, isExampleHost } from "../../lists/hosts";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { findLibrary } from "../../script/find-library";
import { hole } from "../../script/fold-string";
import { isLive, type Address } from "../../widget/list-addresses";
import { referencesAt } from "../../widget/references-at";

export const km706 = defineRule({
  id: "KM706",
  clause: "Kommo: Authorization, manifest.json (https); Public integration checklist (security)",
  title: "Addresses outside use https and wss.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  holdsInLibraries: true,
  why: "The CRM's page is https: a browser does not even send the request. What is sent in the open, anybody on the way can read.",
  good: '"https://api.acme.com/notes"',
  bad: '"http://api.acme.com/notes"',
  check(context) {
    for (const address of context.widget.addresses) if (isOpen(address)) judge(context, address);
  },
});

function isOpen({ file, protocol, host }: Address): boolean {
  // KM214 and KM215 look at the manifest's.
  if (file === "manifest.json") return false;
  return isLive(file) && (protocol === "http:" || protocol === "ws:") && !isDevelopmentHost(host);
}

function judge({ widget, report }: RuleContext, { file, at, host, url, protocol }: Address): void {
  // The name of a document type, which nobody asks for.
  if (/\.dtd$/i.test(url)) return;
  // `new URL("http://a")` asks what the browser can do.
  if (!host.includes(".") && !host.includes(hole)) return;
  const isText = file.startsWith("i18n/");
  if (isText && isExampleHost(host)) return;
  // A library that makes addresses out of a user's words.
  if (host.startsWith(hole) && findLibrary(widget, file, at) !== null) return;
  if (!isText && !/\.(?:html?|twig|css)$/i.test(file) && isToldOnly(referencesAt(widget, file, at), url))
    return;
  report({
    file,
    at,
    ...((isText || host.startsWith(hole)) && { severity: "warning" }),
    message: isText
      ? "A link leads to a page without https."
      : `The connection to ${host.replaceAll(hole, "…")} is open.`,
    found: url.replaceAll(hole, "…").slice(0, 200),
    expected: `${protocol === "ws:" ? "wss" : "https"}://…`,
    fix: "see that the server answers to it, and write it so.",
  });
}

/** In a message for developers, among words, it is no request; in markup it is one, or a link. */
function isToldOnly(references: readonly { readonly text: string }[], url: string): boolean {
  const text = references.find((reference) => reference.text.includes(url))?.text ?? "";
  return !text.includes("<") && /[a-zа-я]{2,}[,.:]?\s+\S*$/i.test(text.slice(0, text.indexOf(url)));
}
