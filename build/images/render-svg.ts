/**
 * Draws an SVG as PNG, in its own pixels. The same text gives the same bytes on every machine: no font of the system
 * is read. Throws where the text is no drawing.
 */
export async function renderSvg(svg: string): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
