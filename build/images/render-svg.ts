/** A drawing as it came out. */
export interface RenderedSvg {
  readonly png: Uint8Array;
  /** Whether nothing of it can be seen. */
  readonly isBlank: boolean;
}

/**
 * Draws an SVG as PNG, in its own pixels. The same text gives the same bytes on every machine: no font of the system
 * is read. Throws where the text is no drawing.
 */
export async function renderSvg(svg: string): Promise<RenderedSvg> {
  const image = (await load(svg)).render();
  const { pixels } = image;
  return { png: image.asPng(), isBlank: !pixels.some((byte, index) => index % 4 === 3 && byte > 0) };
}

/** Throws where the text is no drawing; draws nothing, which could take more memory than there is. */
export async function parseSvg(svg: string): Promise<void> {
  await load(svg);
}

async function load(svg: string) {
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, { font: { loadSystemFonts: false } });
}
