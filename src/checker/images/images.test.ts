import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { big32, concat, drawPng } from "../cases/draw-png";
import { measureContrast, readColour, type Colour } from "./colour-contrast";
import { decodePng } from "./decode-png";
import { measurePath } from "./measure-path";
import { readImage } from "./read-image";
import { listShapes } from "./read-svg";

describe("the contrast of two colours", () => {
  it.each([
    ["#937AE9", 3.39, 4.04],
    ["#808080", 3.95, 3.46],
    ["#FF0000", 4.0, 3.42],
    ["#000000", 21, 1.54],
    ["#FFFFFF", 1, 13.67],
    ["#F9B629", 1.79, 7.65],
    ["#0E0142", 19.06, 1.39],
  ])("of %s is %d on white and %d on navy", (colour, onWhite, onNavy) => {
    const drawn = readColour(colour) as Colour;

    expect(measureContrast(drawn, [255, 255, 255])).toBeCloseTo(onWhite, 2);
    expect(measureContrast(drawn, [0x15, 0x30, 0x43])).toBeCloseTo(onNavy, 2);
  });
});

describe("a PNG", () => {
  it("is decoded pixel by pixel, with transparency and every filter", () => {
    // Two pixels wide, five rows, one filter each: none, left, up, mean, Paeth. Every pixel is 10 20 30 40.
    const rows = [
      [0, 10, 20, 30, 40, 10, 20, 30, 40],
      [1, 10, 20, 30, 40, 0, 0, 0, 0],
      [2, 0, 0, 0, 0, 0, 0, 0, 0],
      [3, 5, 10, 15, 20, 0, 0, 0, 0],
      [4, 0, 0, 0, 0, 0, 0, 0, 0],
    ];

    const pixels = decodePng(png(2, 5, 6, rows.flat()));

    expect([...(pixels?.data ?? [])]).toEqual(Array.from({ length: 10 }, () => [10, 20, 30, 40]).flat());
  });

  it("is read from its header, whatever its size", () => {
    expect(readImage(drawPng(400, 272))).toEqual({ format: "png", width: 400, height: 272, animated: false });
  });

  it.each([
    ["interlaced", png(1, 1, 6, [0, 1, 2, 3, 4], 1)],
    ["cut off", png(1000, 1000, 6, [0, 1, 2, 3, 4])],
    ["larger than any screen", png(100_000, 100_000, 6, [0])],
    ["of no width", png(0, 1, 6, [0])],
    ["broken", png(1, 1, 6, [0, 1, 2, 3, 4]).map((byte, index) => (index > 45 ? 0 : byte))],
  ])("is not decoded when it is %s", (_name, bytes) => {
    expect(decodePng(bytes)).toBeNull();
  });
});

describe("other pictures", () => {
  it.each([
    ["GIF", [71, 73, 70, 56, 57, 97, 10, 0, 20, 0], "gif", 10, 20],
    [
      "JPEG",
      [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 17, 8, 0, 20, 0, 10, 3, 0, 0, 0],
      "jpeg",
      10,
      20,
    ],
    ["nothing", [], "unknown", null, null],
  ])("%s is known by its bytes", (_name, bytes, format, width, height) => {
    expect(readImage(new Uint8Array(bytes))).toMatchObject({ format, width, height });
  });

  it("an SVG tells its size and whether it moves", () => {
    const svg = '<?xml version="1.0"?><svg width="24px" height="18"><path><animate/></path></svg>';

    expect(readImage(new TextEncoder().encode(svg))).toEqual({
      format: "svg",
      width: 24,
      height: 18,
      animated: true,
    });
  });
});

describe("the shapes of an SVG", () => {
  it("take their colour from themselves, their style, their class or what holds them", () => {
    const svg = `<svg><style>.a{fill:#111}</style><defs><path fill="#999" d="M0 0H9V9"/></defs>
      <g fill="#222"><rect width="2" height="3"/><rect class="a" width="1" height="1"/></g>
      <circle style="fill: #333" r="2"/><path fill="none" stroke="#444" d="M0 0L4 5"/></svg>`;

    expect(listShapes(svg)).toEqual([
      { fill: "#222", area: 6 },
      { fill: "#111", area: 1 },
      { fill: "#333", area: 16 },
      { fill: "#444", area: 20 },
    ]);
  });

  it.each([
    ["M1 1H11V21H1Z", 200],
    ["m1,1h10v20h-10z", 200],
    ["M0 0c0 0 0 0 10 10", 100],
    ["M0 0L10 10 20 5", 200],
    ["M5 5", 1],
    ["", 0],
  ])("%s covers %d", (d, area) => {
    expect(measurePath(d)).toBe(area);
  });
});

function png(
  width: number,
  height: number,
  colour: number,
  rows: readonly number[],
  interlace = 0,
): Uint8Array {
  return concat([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", concat([big32(width), big32(height), new Uint8Array([8, colour, 0, 0, interlace])])),
    chunk("IDAT", new Uint8Array(deflateSync(new Uint8Array(rows)))),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  return concat([big32(data.length), new TextEncoder().encode(type), data, big32(0)]);
}
