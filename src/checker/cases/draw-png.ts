/**
 * Draws a PNG of any size without a library: one bit a pixel, stored without compression. The picture is blank but
 * for a filled box, which a test may push against the edge.
 */
export function drawPng(
  width: number,
  height: number,
  options: {
    readonly box?: readonly [left: number, top: number, right: number, bottom: number];
    readonly animated?: true;
  } = {},
): Uint8Array {
  const [left, top, right, bottom] = options.box ?? [20, 20, width - 20, height - 20];
  const stride = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(stride * height);
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++) {
      const at = y * stride + 1 + (x >> 3);
      rows[at] = (rows[at] as number) | (0x80 >> (x & 7));
    }
  }
  return concat([
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", concat([big32(width), big32(height), new Uint8Array([1, 0, 0, 0, 0])])),
    ...(options.animated ? [chunk("acTL", concat([big32(2), big32(0)]))] : []),
    chunk("IDAT", store(rows)),
    chunk("IEND", new Uint8Array()),
  ]);
}

function store(data: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [new Uint8Array([0x78, 0x01])];
  for (let at = 0; at < data.length; at += 65535) {
    const block = data.subarray(at, at + 65535);
    const last = at + 65535 >= data.length ? 1 : 0;
    blocks.push(
      new Uint8Array([
        last,
        block.length & 255,
        block.length >> 8,
        ~block.length & 255,
        (~block.length >> 8) & 255,
      ]),
      block,
    );
  }
  return concat([...blocks, big32(adler32(data))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = concat([new TextEncoder().encode(type), data]);
  return concat([big32(data.length), body, big32(crc32(body))]);
}

function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

export function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

export function big32(value: number): Uint8Array {
  return new Uint8Array([(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
