import { defineRule, everyBrand } from "../../rule";

export const km1201 = defineRule({
  id: "KM1201",
  clause:
    "Kommo: Publish an integration, Create a Public integration, Public integration checklist; amoCRM: Requirements",
  title: "Every language has a privacy policy that names the legal entity.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "The user must be able to read who gets the data and what for.",
  good: "https://acme.com/en/privacy, https://acme.com/es/privacidad",
  bad: "one page in English for three languages",
  statement: "Each language has a privacy policy that names our legal entity.",
  evidence: ({ listing }) =>
    listing?.locales
      .map((locale) => `${locale}: ${listing.text(locale, "privacyPolicy") ?? "none"}`)
      .join(", ") ?? null,
  check({ listing, report, skip }) {
    if (listing === null) return skip("there is no listing.json");
    const first = new Map<string, string>();
    for (const locale of listing.locales) {
      const link = listing.text(locale, "privacyPolicy");
      if (link === null) {
        report({
          file: null,
          message: `listing.json has no privacy policy in ${locale}.`,
          expected: "an https address",
        });
        continue;
      }
      const twin = first.get(link);
      if (!URL.canParse(link) || new URL(link).protocol !== "https:")
        report({
          file: null,
          message: `The privacy policy of listing.json (${locale}) is no https address.`,
          found: link,
          expected: "https://…",
        });
      else if (twin !== undefined)
        report({
          file: null,
          severity: "warning",
          message: `listing.json names one privacy policy for ${twin} and ${locale}.`,
          found: link,
          expected: "a page in each language, or one that switches",
        });
      else first.set(link, locale);
    }
  },
});
