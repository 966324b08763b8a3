import type { JsonDocument } from "../json/json-document";
import { arrayOf, objectOf } from "../widget/manifest-view";
import type { WidgetFiles } from "../widget/widget-files";
import { createFieldReader } from "./field-reader";

/**
 * The submission form, mirrored in `listing.json` beside the project's package.json; it stays out of the archive.
 * Kommo: Create a Public integration.
 */
export interface Listing {
  readonly document: JsonDocument;
  readonly locales: readonly string[];
  /** A text of one locale; null where it is missing or empty. */
  text(locale: string, field: ListingField): string | null;
  /** The paths of the slides of one locale. */
  gallery(locale: string): readonly string[];
  /** What stands once for the integration. */
  get(field: string): unknown;
  /** The pictures that it names, by the paths it uses; absent where they cannot be read. */
  readonly files: WidgetFiles;
}

export const listingFields = [
  "name",
  "shortDescription",
  "owner",
  "privacyPolicy",
  "supportSite",
  "supportEmail",
  "icon",
  "description",
  "installedLogo",
  "installedDescription",
] as const;

export type ListingField = (typeof listingFields)[number];

const onceFields = [
  "code",
  "redirectUrl",
  "disableUrl",
  "permissions",
  "duplicateControl",
  "multipleSources",
  "news",
  "testAccess",
  "channel",
  "locales",
];

/**
 * Reads `listing.json`. What is missing in it is for the rules to say; only what cannot be understood is refused.
 *
 * @throws UserError KB752
 */
export function readListing(text: string, readFiles: (paths: readonly string[]) => WidgetFiles): Listing {
  const reader = createFieldReader("listing.json", text, "KB752");
  reader.only([], onceFields);
  reader.only(["channel"], ["name", "webhook", "icon"]);
  for (const locale of reader.keys(["locales"]))
    reader.only(["locales", locale], [...listingFields, "gallery", "tags"]);
  reader.finish();

  const root = objectOf(reader.document.value) ?? {};
  const byLocale = objectOf(root["locales"]) ?? {};
  const locales = Object.keys(byLocale);
  const field = (locale: string, name: string) => objectOf(byLocale[locale])?.[name];
  const textOf = (locale: string, name: ListingField) => {
    const value = field(locale, name);
    return typeof value === "string" && value.trim() !== "" ? value : null;
  };
  const gallery = (locale: string) =>
    arrayOf(field(locale, "gallery")).filter((item): item is string => typeof item === "string");
  const pictures = locales.flatMap((locale) => [
    ...gallery(locale),
    ...(["icon", "installedLogo"] as const).flatMap((name) => textOf(locale, name) ?? []),
  ]);
  return {
    document: reader.document,
    locales,
    text: textOf,
    gallery,
    get: (name) => root[name],
    files: readFiles([
      ...pictures,
      ...[objectOf(root["channel"])?.["icon"]].filter((path) => typeof path === "string"),
    ]),
  };
}
