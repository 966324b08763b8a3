import { defineRule, everyBrand } from "../../rule";
import { fromListing, listPresentations } from "../../texts/describe-integration";
import { toPlainText } from "../../texts/read-markup";

/** "Kommode" and "amor" are words of their own. */
const brandPattern =
  /(?<!\p{L})(?:kommo(?!d)\p{L}*|amo[\s-]?crm\p{L}*|amo(?!\p{L})|амо[\s-]?(?:crm|срм)?(?!\p{L}))/iu;
const gluedPattern = /(?<!\p{L})(?:amo[A-Z]\w*|\p{L}+Kommo)(?!\p{L})/u;
const features = new Set([
  "salesbot",
  "digital pipeline",
  "digitalpipeline",
  "leads",
  "pipeline",
  "unsorted",
  "inbox",
]);

export const km312 = defineRule({
  id: "KM312",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "The names of widget and company are free of the vendor's brand.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "A name with the vendor's brand in it says that the vendor made the widget.",
  good: "Forms via Acme",
  bad: "Kommo Forms; amoForms",
  check(context) {
    for (const { text, file, at, source } of [
      ...listPresentations(context, "name"),
      ...fromListing(context, "owner"),
    ]) {
      const name = toPlainText(text);
      const found = brandPattern.exec(name)?.[0] ?? gluedPattern.exec(name)?.[0] ?? findFeature(name);
      if (found === null || (context.config.isVendor && features.has(found))) continue;
      context.report({
        file,
        at,
        message: `The name in ${source} uses a brand or a feature's name of the CRM's vendor.`,
        found,
        fix: "take a name of your own.",
      });
    }
  },
});

function findFeature(name: string): string | null {
  const plain = name
    .replace(/\s(?:via|by)\s.*$/i, "")
    .trim()
    .toLowerCase();
  return features.has(plain) ? plain : null;
}
