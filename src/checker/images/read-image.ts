/** What the first bytes of a picture say; nothing is believed of its name. */
export interface ImageHeader {
  readonly format: "png" | "jpeg" | "gif" | "webp" | "svg" | "unknown";
  /** Pixels; null where the format has none or the header is broken. */
  readonly width: number | null;
  readonly height: number | null;
  readonly animated: boolean;
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads format, size and animation from a picture's own bytes: PNG, JPEG, GIF, WebP, SVG. Never throws. */
export function readImage(bytes: Uint8Array): ImageHeader {
  if (pngSignature.every((byte, index) => bytes[index] === byte)) return readPng(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  const head = asciiAt(bytes, 0, 6);
  if (head === "GIF87a" || head === "GIF89a") return readGif(bytes);
  if (head.startsWith("RIFF") && asciiAt(bytes, 8, 4) === "WEBP") return readWebp(bytes);
  const start = new TextDecoder().decode(bytes.subarray(0, 2000));
  if (/<svg[\s>]/i.test(start)) return readSvg(bytes);
  return { format: "unknown", width: null, height: null, animated: false };
}

function readPng(bytes: Uint8Array): ImageHeader {
  const size = asciiAt(bytes, 12, 4) === "IHDR" && bytes.length >= 24;
  let animated = false;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + big32(bytes, at)) {
    const type = asciiAt(bytes, at + 4, 4);
    animated ||= type === "acTL";
    if (type === "IDAT" || type === "IEND") break;
  }
  return {
    format: "png",
    width: size ? big32(bytes, 16) : null,
    height: size ? big32(bytes, 20) : null,
    animated,
  };
}

function readJpeg(bytes: Uint8Array): ImageHeader {
  const found = { format: "jpeg", width: null, height: null, animated: false } as const;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    // SOF0–SOF15 carry the size; C4, C8 and CC are tables, not frames.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { ...found, height: big16(bytes, at + 5), width: big16(bytes, at + 7) };
    const isAlone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : isAlone ? 2 : 2 + big16(bytes, at + 2);
  }
  return found;
}

function readGif(bytes: Uint8Array): ImageHeader {
  return {
    format: "gif",
    width: bytes.length >= 10 ? little16(bytes, 6) : null,
    height: bytes.length >= 10 ? little16(bytes, 8) : null,
    animated: countGifFrames(bytes) > 1,
  };
}

function countGifFrames(bytes: Uint8Array): number {
  const flags = bytes[10] ?? 0;
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let frames = 0;
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x21) at = skipGifBlocks(bytes, at + 2);
    else if (block === 0x2c) {
      frames++;
      const local = bytes[at + 9] ?? 0;
      at = skipGifBlocks(bytes, at + 11 + (local & 0x80 ? 3 * 2 ** ((local & 7) + 1) : 0));
    } else break;
  }
  return frames;
}

function skipGifBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] as number);
  return at + 1;
}

function readWebp(bytes: Uint8Array): ImageHeader {
  const kind = asciiAt(bytes, 12, 4);
  const found = { format: "webp", width: null, height: null, animated: false } as const;
  if (kind === "VP8X" && bytes.length >= 30) {
    const animated = ((bytes[20] as number) & 2) !== 0;
    return { ...found, width: 1 + little24(bytes, 24), height: 1 + little24(bytes, 27), animated };
  }
  if (kind === "VP8 " && bytes.length >= 30)
    return { ...found, width: little16(bytes, 26) & 0x3fff, height: little16(bytes, 28) & 0x3fff };
  if (kind !== "VP8L" || bytes.length < 25) return found;
  const bits = little16(bytes, 21) + little16(bytes, 23) * 65536;
  return { ...found, width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function readSvg(bytes: Uint8Array): ImageHeader {
  const text = new TextDecoder().decode(bytes);
  const tag = /<svg\b[^>]{0,4000}/i.exec(text)?.[0] ?? "";
  const size = (name: string) => {
    const found = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1];
    return found === undefined ? null : Number(found);
  };
  const animated =
    /<(?:animate\w*|set)[\s/>]/.test(text) || /@keyframes|\banimation(?:-name)?\s*:/.test(text);
  return { format: "svg", width: size("width"), height: size("height"), animated };
}

function asciiAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

const big16 = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const big32 = (bytes: Uint8Array, at: number) => big16(bytes, at) * 65536 + big16(bytes, at + 2);
const little16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const little24 = (bytes: Uint8Array, at: number) => little16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);
