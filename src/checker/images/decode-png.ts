import { inflate } from "../readers/inflate";

/** The pixels of a picture: red, green, blue, alpha, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** A slide has 0.7 million. */
const mostPixels = 8_000_000;
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
}

/**
 * Decodes a PNG. Null for an interlaced, a broken or an enormous one, and for one that holds more than the size in the
 * header says.
 */
export function decodePng(bytes: Uint8Array): Pixels | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 57 || view.getUint32(0) !== 0x89504e47) return null;
  const header = {
    width: view.getUint32(16),
    height: view.getUint32(20),
    depth: view.getUint8(24),
    colour: view.getUint8(25),
  };
  const channels = channelsOf[header.colour];
  const interlaced = view.getUint8(28) !== 0;
  if (channels === undefined || interlaced || header.width * header.height > mostPixels || header.width === 0)
    return null;
  const { palette, alphas, packed } = readChunks(bytes, view);
  const stride = Math.ceil((header.width * channels * header.depth) / 8);
  const raw = inflate(packed, (stride + 1) * header.height);
  if (raw === null) return null;
  unfilter(raw, stride, header.height, Math.max(1, (channels * header.depth) >> 3));
  return {
    width: header.width,
    height: header.height,
    data: toRgba(raw, stride, header, channels, palette, alphas),
  };
}

function readChunks(bytes: Uint8Array, view: DataView) {
  const packed: Uint8Array[] = [];
  let palette = new Uint8Array();
  let alphas = new Uint8Array();
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const data = bytes.slice(at + 8, at + 8 + view.getUint32(at));
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === "PLTE") palette = data;
    if (type === "tRNS") alphas = data;
    if (type === "IDAT") packed.push(data);
    if (type === "IEND") break;
  }
  return { palette, alphas, packed };
}

/** Undoes the filters of the rows in place. PNG specification, section 9. */
function unfilter(raw: Uint8Array, stride: number, height: number, step: number): void {
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const start = y * (stride + 1);
    const row = raw.subarray(start + 1, start + 1 + stride);
    unfilterRow(row, above, raw[start] as number, step);
    above = row;
  }
}

// A loop for each filter: a picture has a million bytes, and this is most of the time that it takes.
function unfilterRow(row: Uint8Array, above: Uint8Array, filter: number, step: number): void {
  const { length } = row;
  if (filter === 1) for (let x = step; x < length; x++) row[x]! += row[x - step]!;
  if (filter === 2) for (let x = 0; x < length; x++) row[x]! += above[x]!;
  if (filter === 3)
    for (let x = 0; x < length; x++) row[x]! += ((x >= step ? row[x - step]! : 0) + above[x]!) >> 1;
  if (filter === 4) {
    for (let x = 0; x < length; x++)
      row[x]! += x >= step ? paeth(row[x - step]!, above[x]!, above[x - step]!) : above[x]!;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const a = Math.abs(guess - left);
  const b = Math.abs(guess - up);
  const c = Math.abs(guess - corner);
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function toRgba(
  raw: Uint8Array,
  stride: number,
  { width, height, depth, colour }: Header,
  channels: number,
  palette: Uint8Array,
  alphas: Uint8Array,
): Uint8Array {
  const data = new Uint8Array(width * height * 4);
  const most = 2 ** Math.min(depth, 8) - 1;
  const sample = (row: number, index: number) => {
    if (depth === 16) return raw[row + index * 2] as number;
    if (depth === 8) return raw[row + index] as number;
    const bit = index * depth;
    return ((raw[row + (bit >> 3)] as number) >> (8 - depth - (bit & 7))) & most;
  };
  const isPlain = depth === 8 && channels >= 3;
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1) + 1;
    for (let x = 0; x < width; x++) {
      if (isPlain) {
        for (let channel = 0; channel < channels; channel++)
          data[(y * width + x) * 4 + channel] = raw[row + x * channels + channel]!;
        if (channels === 3) data[(y * width + x) * 4 + 3] = 255;
        continue;
      }
      const first = sample(row, x * channels);
      const pixel = (y * width + x) * 4;
      if (colour === 3) {
        data.set(palette.subarray(first * 3, first * 3 + 3), pixel);
        data[pixel + 3] = alphas[first] ?? 255;
        continue;
      }
      const grey = (first * 255) / most;
      const isColour = channels >= 3;
      data[pixel] = grey;
      data[pixel + 1] = isColour ? sample(row, x * channels + 1) : grey;
      data[pixel + 2] = isColour ? sample(row, x * channels + 2) : grey;
      data[pixel + 3] = channels % 2 === 0 ? sample(row, x * channels + channels - 1) : 255;
    }
  }
  return data;
}
