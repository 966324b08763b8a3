import { isDevelopmentHost } from "../../lists/hosts";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import { findLibrary } from "../../script/find-library";
import { hole } from "../../script/fold-string";
import { isLive } from "../../widget/list-addresses";

export const km705 = defineRule({
  id: "KM705",
  clause:
    "Kommo: Public integration checklist (no traces of development), Publish an integration; amoCRM: Requirements",
  title: "No address leads to a developer's machine.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  firm: true,
  holdsInLibraries: true,
  why: "It answers to nobody but the developer; a tunnel's name may belong to somebody else tomorrow.",
  good: 'const api = "https://api.acme.com";',
  bad: 'const api = "https://localhost:8080";',
  check({ widget, report }) {
    for (const { file, at, host, url } of widget.addresses) {
      if (!isLive(file) || !isDevelopmentHost(host)) continue;
      const isText = file.startsWith("i18n/");
      // Libraries take it for the beginning of an address that has none.
      const isBase = /^https?:\/\/localhost\/?$/.test(url) || findLibrary(widget, file, at) !== null;
      report({
        file,
        at,
        ...((isText || isBase) && { severity: "warning" }),
        message: isText ? `The text names ${host}.` : `${host} is a developer's own.`,
        found: url.replaceAll(hole, "…").slice(0, 200),
        expected: "the address of your server",
      });
    }
  },
});
