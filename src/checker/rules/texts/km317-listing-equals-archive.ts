import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { fromListing, fromTexts, type PresentationField } from "../../texts/describe-integration";
import { toPlainText } from "../../texts/read-markup";

const fields = [
  ["name", "name"],
  ["short_description", "shortDescription"],
  ["description", "description"],
] as const;

export const km317 = defineRule({
  id: "KM317",
  clause: "Kommo: Public integration checklist, Create a Public integration, manifest.json",
  title: "Texts and languages of the submission form are those of the archive.",
  severity: "manual",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "The form's texts replace the archive's. Two different ones show that one of them is old.",
  good: "listing.json and i18n/en.json hold the same name",
  bad: 'listing.json has es, "locale" has not',
  statement: "The texts and the languages in the submission form are the same as in the archive.",
  evidenceFiles: /^i18n\/|^manifest\.json$/,
  evidence: ({ listing }) =>
    listing === null ? "there is no listing.json to compare with" : "compared with listing.json",
  check(context) {
    const { listing, widget, report, skip } = context;
    if (listing === null) return skip("there is no listing.json");
    const archive = widget.manifest.locales;
    const differing = [
      ...archive
        .filter((locale) => !listing.locales.includes(locale))
        .map((locale) => `${locale} is missing in the form`),
      ...listing.locales
        .filter((locale) => !archive.includes(locale))
        .map((locale) => `${locale} is missing in widget.locale`),
    ];
    for (const found of differing)
      report({
        file: null,
        severity: "error",
        message: "The form has other languages than the archive.",
        found,
        expected: archive.join(", "),
      });
    for (const [field, inForm] of fields) compare(context, field, inForm);
  },
});

function compare(
  context: RuleContext,
  field: PresentationField,
  inForm: "name" | "shortDescription" | "description",
): void {
  const form = new Map(fromListing(context, inForm).map(({ locale, text }) => [locale, toPlainText(text)]));
  for (const { locale, text, file, at } of fromTexts(context, field)) {
    const other = form.get(locale);
    if (other === undefined || other === toPlainText(text)) continue;
    context.report({
      file,
      at,
      severity: "error",
      message: `The text ${field} differs from that of listing.json (${locale}).`,
      found: text.slice(0, 200),
      expected: other.slice(0, 200),
      fix: "make them equal.",
    });
  }
}
