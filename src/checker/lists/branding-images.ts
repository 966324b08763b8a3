export interface BrandingImage {
  readonly path: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** The logos that every archive holds. Kommo: Images; Structure of a widget. */
export const logos: readonly BrandingImage[] = [
  { path: "images/logo.png", width: 130, height: 100 },
  { path: "images/logo_main.png", width: 400, height: 272 },
  { path: "images/logo_medium.png", width: 240, height: 84 },
  { path: "images/logo_min.png", width: 84, height: 84 },
  { path: "images/logo_small.png", width: 108, height: 108 },
];

/** The one more that the location digital_pipeline needs. */
export const pipelineLogo: BrandingImage = { path: "images/logo_dp.png", width: 174, height: 109 };

export const slide = { width: 1188, height: 616 } as const;
export const formIcon = { width: 400, height: 272 } as const;
export const installedLogo = { width: 108, height: 108 } as const;
export const mostImageBytes = 300 * 1024;
