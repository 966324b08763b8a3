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
 * Decodes a PNG with what every platform brings. Null for an interlaced, a broken or an enormous one; it never
 * unpacks more than the size in the header says.
 */
export async function decodePng(bytes: Uint8Array): Promise<Pixels | null> {
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
  const raw = await inflate(packed, (stride + 1) * header.height);
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

async function inflate(parts: readonly Uint8Array[], size: number): Promise<Uint8Array | null> {
  const blob = new Blob(parts as Uint8Array<ArrayBuffer>[]);
  const reader = blob.stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const out = new Uint8Array(size);
  let at = 0;
  try {
    for (let step = await reader.read(); !step.done && at < size; step = await reader.read()) {
      out.set(step.value.subarray(0, size - at), at);
      at += step.value.length;
    }
    await reader.cancel();
  } catch {
    return null;
  }
  return at < size ? null : out;
}

/** Undoes the filters of the rows in place. PNG specification, section 9. */
function unfilter(raw: Uint8Array, stride: number, height: number, step: number): void {
  const at = (index: number, isInside: boolean) => (isInside ? (raw[index] as number) : 0);
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1);
    const filter = raw[row];
    for (let x = 1; x <= stride; x++) {
      const here = row + x;
      const left = at(here - step, x > step);
      const up = at(here - stride - 1, y > 0);
      const corner = at(here - stride - 1 - step, y > 0 && x > step);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0;
      raw[here] = (raw[here] as number) + guess;
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
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
  for (let y = 0; y < height; y++) {
    const row = y * (stride + 1) + 1;
    for (let x = 0; x < width; x++) {
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
