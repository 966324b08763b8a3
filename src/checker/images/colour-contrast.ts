export type Colour = readonly [red: number, green: number, blue: number];

const named: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#ffffff",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  gray: "#808080",
  grey: "#808080",
  yellow: "#ffff00",
  orange: "#ffa500",
  purple: "#800080",
  silver: "#c0c0c0",
  navy: "#000080",
};

/** Reads #rgb, #rrggbb, rgb() and the most frequent names; null for everything that a page decides. */
export function readColour(text: string): Colour | null {
  const plain = text.trim().toLowerCase();
  const hex = named[plain] ?? plain;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])[0-9a-f]?$/.exec(hex);
  if (short) return toColour(short.slice(1).map((digit) => Number.parseInt(digit + digit, 16)));
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?:[0-9a-f]{2})?$/.exec(hex);
  if (long) return toColour(long.slice(1).map((digits) => Number.parseInt(digits, 16)));
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\b/.exec(hex);
  return rgb ? toColour(rgb.slice(1).map(Number)) : null;
}

function toColour([red = 0, green = 0, blue = 0]: readonly number[]): Colour {
  return [red, green, blue];
}

/** The contrast of two colours from 1 to 21. WCAG 2.2: contrast ratio. */
export function measureContrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
