import { entriesOf } from "./entries-of";
import type { ManifestInput } from "./manifest-input";

export interface ManifestImage {
  /** The path in the archive: `images/logo.png`. */
  readonly path: string;
  /** The exact size in pixels; null where any size will do. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** Where the host shows it, to complete "… is needed for …". */
  readonly use: string;
}

const logos: readonly ManifestImage[] = [
  { path: "images/logo.png", size: { width: 130, height: 100 }, use: "the list of integrations" },
  {
    path: "images/logo_main.png",
    size: { width: 400, height: 272 },
    use: "the settings modal and the marketplace",
  },
  {
    path: "images/logo_medium.png",
    size: { width: 240, height: 84 },
    use: "the block of the open right panel",
  },
  {
    path: "images/logo_min.png",
    size: { width: 84, height: 84 },
    use: "the block of the collapsed right panel",
  },
  { path: "images/logo_small.png", size: { width: 108, height: 108 }, use: "small icons of the widget" },
];

const pipelineLogo: ManifestImage = {
  path: "images/logo_dp.png",
  size: { width: 174, height: 109 },
  use: "the tile of the pipeline's automation",
};

const slideSize = { width: 1188, height: 616 } as const;

/** Every image that the archive must hold for this manifest, each once. Kommo: Images. */
export function listImages(manifest: ManifestInput): ManifestImage[] {
  const images = [
    ...logos,
    ...(manifest.locations.digital_pipeline ? [pipelineLogo] : []),
    ...listSlides(manifest),
    ...listMenuIcons(manifest),
  ];
  return images.filter((image, index) => images.findIndex(({ path }) => path === image.path) === index);
}

function listSlides({ tour }: ManifestInput): ManifestImage[] {
  return entriesOf(tour?.images).flatMap(([locale, paths]) =>
    paths.map((path) => ({ path, size: slideSize, use: `the tour in "${locale}"` })),
  );
}

function listMenuIcons({ leftMenu }: ManifestInput): ManifestImage[] {
  return entriesOf(leftMenu?.items).flatMap(([item, { icon, icons }]) =>
    [icons?.light, icons?.dark, icon]
      .filter((path) => path !== undefined)
      .map((path) => ({ path, size: null, use: `the menu item "${item}"` })),
  );
}
