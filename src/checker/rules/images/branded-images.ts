import { formIcon, installedLogo, logos, pipelineLogo, slide } from "../../lists/branding-images";
import { readImage, type ImageHeader } from "../../images/read-image";
import type { RuleContext } from "../../rule";
import { arrayOf, objectOf } from "../../widget/manifest-view";

/** A picture that shows the widget, in the archive or in the submission form. */
export interface BrandedImage {
  /** Path inside the archive; null for one of the form. */
  readonly file: string | null;
  /** As a message names it. */
  readonly name: string;
  readonly locale: string | null;
  readonly bytes: Uint8Array;
  readonly header: ImageHeader;
  readonly wanted: { readonly width: number; readonly height: number };
}

export function listLogos({ widget, listing }: RuleContext): readonly BrandedImage[] {
  const inArchive = [...logos, pipelineLogo].flatMap((wanted) => {
    const stem = wanted.path.replace(/png$/, "");
    const path = ["png", "jpg", "jpeg", "gif"]
      .map((ending) => stem + ending)
      .find((name) => widget.files.has(name));
    return path === undefined ? [] : [describe(path, path, null, widget.files.get(path), wanted)];
  });
  const inForm = (listing?.locales ?? []).flatMap((locale) =>
    (
      [
        ["icon", formIcon],
        ["installedLogo", installedLogo],
      ] as const
    ).map(([field, wanted]) => {
      const path = listing?.text(locale, field) ?? "";
      return describe(null, `${path} (listing.json, ${locale})`, locale, listing?.files.get(path), wanted);
    }),
  );
  return [...inArchive, ...inForm].filter((image) => image !== null);
}

/** More than five is a finding already: KM405. */
const mostSlides = 20;

/** The slides of the tour, and those of the form, language by language. */
export function listSlides({ widget, listing }: RuleContext): readonly BrandedImage[] {
  const tour = Object.entries(objectOf(widget.manifest.get("tour", "tour_images")) ?? {}).flatMap(
    ([locale, paths]) =>
      arrayOf(paths)
        .slice(0, mostSlides)
        .flatMap((value) => {
          const path = String(value).replace(/^\//, "");
          return [describe(path, path, locale, widget.files.get(path), slide)];
        }),
  );
  const gallery = (listing?.locales ?? []).flatMap((locale) =>
    (listing?.gallery(locale) ?? []).map((path) =>
      describe(null, `${path} (listing.json, ${locale})`, locale, listing?.files.get(path), slide),
    ),
  );
  return [...tour, ...gallery].filter((image) => image !== null);
}

function describe(
  file: string | null,
  name: string,
  locale: string | null,
  bytes: Uint8Array | undefined,
  wanted: BrandedImage["wanted"],
): BrandedImage | null {
  if (bytes === undefined) return null;
  return {
    file,
    name,
    locale,
    bytes,
    header: readImage(bytes),
    wanted: { width: wanted.width, height: wanted.height },
  };
}

export function formatSize({
  width,
  height,
}: {
  readonly width: number | null;
  readonly height: number | null;
}): string {
  return width === null || height === null ? "a size that cannot be read" : `${width}×${height}`;
}
