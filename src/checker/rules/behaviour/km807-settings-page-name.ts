import { isSettingsPage } from "../../lists/settings-pages";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { objectOf } from "../../widget/manifest-view";

export const km807 = defineRule({
  id: "KM807",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "The widget's page in Settings has a name of its own, and stands after those of the CRM.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "Who looks for Billing finds two, and the wrong one asks for a card.",
  good: '"advanced": { "title": "Acme calls: settings" }',
  bad: '"advanced": { "title": "Billing" }',
  statement: "Our page in Settings has a name that misleads nobody, and stands after all pages of the CRM.",
  evidence: (context) =>
    listTitles(context)
      .map(({ file, text }) => `${file}: ${text}`)
      .join("; ") || null,
  evidenceFiles: /^(?:manifest\.json$|i18n\/)/,
  check(context) {
    for (const { file, at, text } of listTitles(context))
      if (isSettingsPage(text))
        context.report({
          file,
          at,
          message: "The CRM has a page of this name itself.",
          found: text.slice(0, 100),
          expected: "a name that says whose page it is",
        });
  },
});

/** The titles of the widget's pages in Settings, in every language. */
function listTitles({ widget }: RuleContext) {
  const { manifest, strings } = widget;
  const submenu = objectOf(manifest.get("left_menu", "settings", "submenu")) ?? {};
  const keys = new Set(
    [
      manifest.get("advanced", "title"),
      ...Object.values(submenu).map((item) => objectOf(item)?.["title"]),
    ].filter((key) => typeof key === "string"),
  );
  return strings.filter(({ key }) => keys.has(key));
}
