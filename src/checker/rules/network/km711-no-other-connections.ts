import { isDevelopmentHost, isExampleHost, isVendorHost } from "../../lists/hosts";
import { findTracker, isFontHost } from "../../lists/trackers";
import { nameAreas } from "../../page/name-areas";
import { namesHost } from "../../page/names-host";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { hole } from "../../script/fold-string";
import { isLinkedOnly } from "../../widget/is-linked-only";
import { isKnownHost, isLive } from "../../widget/list-addresses";

export const km711 = defineRule({
  id: "KM711",
  clause:
    "Kommo: Public integration checklist, Publish an integration (only the data that is needed); amoCRM: Requirements",
  title: "The widget connects only to its own server and to the service that it integrates.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "A tracker learns who works with which client. A picture from outside tells its server the same.",
  good: '$.get("https://api.acme.com/notes");',
  bad: '<img src="https://acme.com/logo.png">',
  statement: "Each host in the printed list is needed for what the widget does. Nothing else is contacted.",
  evidence: (context) => describeHosts(context),
  evidenceFiles: /\.(?:js|css|html?|twig)$/i,
  check(context) {
    const { widget, report } = context;
    for (const address of widget.addresses) {
      const { file, at, host, url } = address;
      if (!isLive(file) || file.startsWith("i18n/") || file === "manifest.json") continue;
      const tracker = isLinkedOnly(widget, address) ? null : findTracker(host);
      if (tracker !== null)
        report({
          file,
          at,
          message: `${tracker} watches the users.`,
          found: url.slice(0, 200).replaceAll(hole, "…"),
        });
      // KM506 tells of style sheets, which bring the fonts.
      else if (isFontHost(host) && !/\.css$/i.test(file) && !/\/css2?\b/.test(url))
        report({
          file,
          at,
          message: `A font comes from ${host}.`,
          found: url.slice(0, 200).replaceAll(hole, "…"),
          fix: "put it into the archive, or use the CRM's own.",
        });
    }
    checkPictures(context);
  },
  inPage: {
    sees: ["foreign-request"],
    describe: (sight, context) =>
      // A setting's value with something before it: "http://" + "https://acme.com".
      !sight.subject.includes(".") || namesHost(context.widget, sight.subject)
        ? null
        : {
            message: `${sight.subject}, which no file names, is contacted ${nameAreas(sight)}.`,
            found: sight.detail,
          },
  },
});

const picture = /<img\b[^>]{0,500}?\bsrc\s*=\s*["']?((?:https?:)?\/\/([^"'\s>/?]+)[^"'\s>]*)/gi;

function checkPictures({ widget, report }: RuleContext): void {
  const tell = (file: string, at: number, url: string, host: string) => {
    if (!isKnownHost(host) || isVendorHost(host)) return;
    report({
      file,
      at,
      message: `A picture comes from ${host}.`,
      found: url.replaceAll(hole, "…").slice(0, 200),
      fix: "put it into the archive.",
    });
  };
  for (const { file } of widget.scripts)
    for (const { at, text } of widget.referencesOf(file))
      if (/<img/i.test(text))
        for (const match of text.matchAll(picture)) tell(file, at, match[1] as string, match[2] as string);
  for (const { file, text } of widget.templates)
    for (const match of text.matchAll(picture))
      tell(file, match.index, match[1] as string, match[2] as string);
}

function describeHosts({ widget }: RuleContext): string | null {
  const places = new Map<string, string>();
  for (const { file, at, host } of widget.addresses) {
    if (
      !isLive(file) ||
      file.startsWith("i18n/") ||
      !isKnownHost(host) ||
      isExampleHost(host) ||
      isDevelopmentHost(host)
    )
      continue;
    if (!places.has(host)) places.set(host, `${host} (${file}:${widget.positionOf(file, at).line})`);
  }
  const list = [...places.values()];
  if (list.length === 0) return null;
  return list.length > 40 ? `${list.slice(0, 40).join(", ")} and ${list.length - 40} more` : list.join(", ");
}
