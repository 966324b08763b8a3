import { listingFields } from "../../config/listing";
import { defineRule, everyBrand } from "../../rule";

/** What the form asks for once, and what must stand there. */
const onceFields: Readonly<Record<string, (value: unknown) => boolean>> = {
  code: isText,
  redirectUrl: isText,
  permissions: Array.isArray,
  duplicateControl: isFlag,
  multipleSources: isFlag,
  news: isText,
  testAccess: isText,
};

export const km1208 = defineRule({
  id: "KM1208",
  clause:
    "Kommo: Create a Public integration, Publish an integration; amoCRM: Moderation, Uploading a widget",
  title: "The submission is complete.",
  severity: "manual",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "A moderator who lacks something asks, and the next look may take a week.",
  good: "every field in every language, and a way to try the service",
  bad: "no gallery in Portuguese",
  statement:
    "All fields of the form are filled in, in every language. This version was tested in the technical account. The moderator gets access to try our service, and a way to go through it. The page in the mobile app, if there is one, fits phones and does not change without a new version.",
  evidenceFiles: /./,
  evidence: ({ listing }) =>
    listing === null ? "there is no listing.json" : "the fields of listing.json were looked through",
  check({ listing, widget, report, skip }) {
    if (listing === null) return skip("there is no listing.json");
    const tell = (message: string, expected: string | null = null) =>
      report({ file: null, severity: "error", message, expected });
    for (const locale of listing.locales) {
      // KM1201 tells of a privacy policy that is missing.
      for (const field of listingFields.filter((name) => name !== "privacyPolicy"))
        if (listing.text(locale, field) === null) tell(`listing.json has no ${field} in ${locale}.`);
      if (listing.gallery(locale).length === 0)
        tell(`listing.json has no gallery in ${locale}.`, "1 to 5 slides");
      for (const path of [
        listing.text(locale, "icon"),
        listing.text(locale, "installedLogo"),
        ...listing.gallery(locale),
      ])
        if (path !== null && !listing.files.has(path))
          tell(`The picture ${path} of listing.json (${locale}) is not there.`);
    }
    for (const [field, isGiven] of Object.entries(onceFields))
      if (!isGiven(listing.get(field))) tell(`listing.json has no ${field}.`);
    if (widget.manifest.has("lead_sources") && listing.get("multipleSources") === false)
      report({
        file: null,
        severity: "warning",
        message: "The widget is a source of leads, and the form does not tick Multiple sources.",
        fix: "tick it where the integration makes its sources itself.",
      });
  },
});

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}
