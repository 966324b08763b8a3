import { isVendorHost } from "../../lists/hosts";
import { defineRule } from "../../rule";
import { isKnownHost } from "../../widget/list-addresses";

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
  check({ widget, report }) {
    const outside = widget.addresses.find(
      ({ file, host }) =>
        /\.js$/i.test(file) &&
        isKnownHost(host) &&
        !isVendorHost(host) &&
        widget.originOf(file) !== "library",
    );
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
