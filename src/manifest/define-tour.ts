import type { JsonValue } from "./manifest-types";
import type { Locale } from "./manifest-input";
import type { LocationCode } from "./locations";

/** One slide: what it says, and the area of the local Kommo that it shows. */
export interface TourSlide {
  readonly area: LocationCode;
  /** At most some six words; it stands in large letters. */
  readonly title: string;
  /** One or two sentences. */
  readonly text: string;
}

/** The slides of one language, and what the account holds while they are drawn. */
export interface TourScript {
  /** The widget's saved settings. */
  readonly settings?: { readonly [field: string]: JsonValue };
  /** What is created before, by `POST /api/v4/…`; the account and its clock are the same each time. */
  readonly create?: readonly { readonly path: string; readonly items: readonly object[] }[];
  readonly slides: readonly TourSlide[];
}

/** Slides by language; each language of the manifest's `tour.images` has as many as that names. */
export type Tour = { readonly [L in Locale]?: TourScript };

/**
 * Describes the tour's slides, which `komponent tour` draws from the local Kommo: 1188 × 616 pixels, one set a
 * language. (Kommo: Getting listed)
 *
 * @example
 * export default defineTour({
 *   en: { slides: [{ area: "lcard", title: "On every card", text: "See what is next." }] },
 * });
 */
export function defineTour(tour: Tour): Tour {
  return tour;
}
