import { defineRule, everyBrand } from "../../rule";

export const km906 = defineRule({
  id: "KM906",
  clause: "Kommo: Publish an integration, Public integration checklist; amoCRM: Requirements",
  title:
    "A person without technical knowledge can switch the widget on, set it up, use it, switch it off and get help.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "Most users are no administrators.",
  good: "Choose a list of tasks and press Save.",
  bad: "Insert the JSON of your endpoint.",
  statement:
    "All texts of the interface are friendly and clear. Someone who had never seen the widget switched it on, set it up, used it and switched it off with our texts alone, and found out how to reach us.",
  evidenceFiles: /^i18n\//,
  evidence: ({ listing }) =>
    listing?.locales
      .map(
        (locale) =>
          `${locale}: ${listing.text(locale, "installedDescription") ?? "no text after the installation"}`,
      )
      .join("\n") ?? null,
});
