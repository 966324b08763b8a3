import { isDevelopmentHost, isExampleHost, isVendorHost } from "../../lists/hosts";
import { isLibraryHost } from "../../lists/library-hosts";
import { defineRule, type RuleContext } from "../../rule";
import { findLibrary } from "../../script/find-library";
import { isNodeScript } from "../../script/is-node-script";
import { referencesAt } from "../../widget/references-at";
import { tagBefore } from "../../widget/is-linked-only";
import { isKnownHost, type Address } from "../../widget/list-addresses";

const consent =
  /privacy|personal data|privacidad|datos personales|privacidade|dados pessoais|конфиденциальн|персональн\p{L}*\s+данн|consent|agreement|оферт/iu;

export const km905 = defineRule({
  id: "KM905",
  clause: "amoCRM: Switching to OAuth",
  title: "The user is told that data goes to the author's server.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: ["amocrm"],
  shownIn: ["script"],
  needsArchive: true,
  why: "A note with a link to the privacy policy is enough, in the settings or in the description.",
  good: "By installing you agree to our <a>privacy policy</a>.",
  bad: "https://api.acme.com in the code, and not a word about it",
  check(context) {
    const { widget, report } = context;
    const outside = widget.addresses.find((address) => getsData(context, address));
    if (outside === undefined) return;
    const isTold =
      widget.strings.some(({ text }) => consent.test(text)) ||
      [...widget.templates, ...widget.scripts.map(({ source }) => ({ text: source }))].some(({ text }) =>
        consent.test(text),
      );
    if (isTold) return;
    report({
      file: outside.file,
      at: outside.at,
      message: `Data goes to ${outside.host}, and no text tells of it.`,
      found: outside.host,
      expected: "a note with a link to the privacy policy",
    });
  },
});

/** The author's own code asks it: neither a place to read on, nor where a library or a picture lies, nor a sample. */
function getsData({ widget, config }: RuleContext, { file, at, host, url }: Address): boolean {
  if (!/\.js$/i.test(file) || !isKnownHost(host) || isVendorHost(host)) return false;
  if (isDevelopmentHost(host) || isExampleHost(host) || isLibraryHost(host, config)) return false;
  // `new URL("http://a")` asks what the browser can do.
  if (!host.includes(".")) return false;
  // Code and styles from outside are KM704's, KM701's and KM506's affair.
  if (/\.(?:js|css)(?:$|\?)/i.test(url) || findLibrary(widget, file, at) !== null) return false;
  if (widget.scripts.some((script) => script.file === file && script.once(isNodeScript))) return false;
  return !referencesAt(widget, file, at).some(({ text }) => onlyNames(text, url));
}

/** The address of a link, a picture or a style sheet in markup, or a word of a sentence. */
function onlyNames(text: string, url: string): boolean {
  if (/^<(?:a|img|link)\b/i.test(tagBefore(text, url))) return true;
  const before = text.slice(0, Math.max(0, text.indexOf(url))).slice(-100);
  return !before.includes("<") && /[a-zа-я]{2,}[,.:]?\s+\S*$/i.test(before);
}
