type Rgba = readonly [red: number, green: number, blue: number, alpha: number];
export type Rgb = readonly [red: number, green: number, blue: number];

export interface ColourReader {
  /** What a text is drawn with, and on; null where a picture or a gradient lies behind it. */
  read(element: Element): { readonly text: Rgb; readonly ground: Rgb } | null;
}

/** Reads colours as the browser draws them, whatever notation they have. */
export function createColourReader(window: Window & typeof globalThis): ColourReader {
  const { document } = window;
  const pen = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map<string, Rgba>();

  function parse(colour: string): Rgba {
    const kept = known.get(colour);
    if (kept !== undefined || pen === null) return kept ?? [0, 0, 0, 1];
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 255] = pen.getImageData(0, 0, 1, 1).data;
    const parsed: Rgba = [red, green, blue, alpha / 255];
    known.set(colour, parsed);
    return parsed;
  }

  return {
    read(element) {
      const layers: Rgba[] = [];
      let opacity = 1;
      let isOpaque = false;
      for (let one: Element | null = element; one !== null && !isOpaque; one = one.parentElement) {
        const style = window.getComputedStyle(one);
        if (style.backgroundImage !== "none" || style.mixBlendMode !== "normal" || style.filter !== "none")
          return null;
        const layer = parse(style.backgroundColor);
        opacity *= Number(style.opacity);
        layers.push(layer);
        isOpaque = layer[3] === 1;
      }
      // What is faint as a whole is faint on purpose: disabled, or about to come or go.
      if (opacity < 1) return null;
      const isDark = window.getComputedStyle(document.documentElement).colorScheme === "dark";
      const canvas: Rgb = isDark ? [18, 18, 18] : [255, 255, 255];
      const ground = layers.reduceRight<Rgb>((below, layer) => lay(layer, below), canvas);
      return { text: lay(parse(window.getComputedStyle(element).color), ground), ground };
    },
  };
}

function lay([red, green, blue, alpha]: Rgba, below: Rgb): Rgb {
  const mix = (over: number, under: number) => Math.round(over * alpha + under * (1 - alpha));
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2])];
}
