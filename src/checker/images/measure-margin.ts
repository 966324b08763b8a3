import type { Pixels } from "./decode-png";

const tolerance = 24;

/**
 * True when a band of `margin` pixels along every edge is empty: transparent, or all within a few levels of the colour
 * that is most frequent there.
 */
export function hasEmptyMargin({ width, height, data }: Pixels, margin: number): boolean {
  const band: number[] = [];
  for (let y = 0; y < height; y++) {
    const isWhole = y < margin || y >= height - margin;
    for (let x = 0; x < width; x++)
      if (isWhole || x < margin || x >= width - margin) band.push((y * width + x) * 4);
  }
  const opaque = band.filter((pixel) => (data[pixel + 3] as number) > 16);
  const main = findMainColour(data, opaque);
  return opaque.every((pixel) =>
    [0, 1, 2].every(
      (channel) => Math.abs((data[pixel + channel] as number) - (main[channel] as number)) <= tolerance,
    ),
  );
}

function findMainColour(data: Uint8Array, pixels: readonly number[]): readonly [number, number, number] {
  const counts = new Map<number, number>();
  let best = 0;
  for (const pixel of pixels) {
    const colour =
      ((data[pixel] as number) << 16) | ((data[pixel + 1] as number) << 8) | (data[pixel + 2] as number);
    const count = (counts.get(colour) ?? 0) + 1;
    counts.set(colour, count);
    if (count > (counts.get(best) ?? 0)) best = colour;
  }
  return [best >> 16, (best >> 8) & 255, best & 255];
}
