import type { RuleContext } from "../rule";
import type { ListingField } from "../config/listing";
import { listStrings } from "./list-strings";

/** A text that presents the widget, from an i18n file or from the submission form. */
export interface Presentation {
  readonly locale: string;
  readonly text: string;
  /** Null for the form, which is no part of the archive. */
  readonly file: string | null;
  readonly at: number | null;
  /** As a message names it: "i18n/en.json" or "listing.json". */
  readonly source: string;
}

const inForm = { name: "name", short_description: "shortDescription", description: "description" } as const;

export type PresentationField = keyof typeof inForm;

/** The name, the teaser or the description in every listed language, from the i18n files and from the form. */
export function listPresentations(context: RuleContext, field: PresentationField): readonly Presentation[] {
  return [...fromTexts(context, field), ...fromListing(context, inForm[field])];
}

export function fromTexts({ widget }: RuleContext, field: PresentationField): readonly Presentation[] {
  const path = widget.manifest.get("widget", field);
  const key = typeof path === "string" && path.includes(".") ? path : `widget.${field}`;
  return widget.manifest.locales.flatMap((locale) => {
    const document = widget.locales.get(locale);
    if (document === undefined) return [];
    const found = listStrings(locale, document).find((item) => item.key === key);
    return found === undefined
      ? []
      : [{ locale, text: found.text, file: found.file, at: found.at, source: found.file }];
  });
}

export function fromListing({ listing }: RuleContext, field: ListingField): readonly Presentation[] {
  return (listing?.locales ?? []).flatMap((locale) => {
    const text = listing?.text(locale, field) ?? null;
    return text === null ? [] : [{ locale, text, file: null, at: null, source: `listing.json (${locale})` }];
  });
}
