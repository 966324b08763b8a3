import { inflateSync } from "node:zlib";

/**
 * Unpacks zlib's format; null where the bytes are broken, or hold more or less than `size`. Node's own, because the
 * streams of the web take longer to load than most pictures to unpack.
 */
export function inflate(parts: readonly Uint8Array[], size: number): Uint8Array | null {
  try {
    const raw = inflateSync(Buffer.concat(parts), { maxOutputLength: size });
    return raw.length < size ? null : raw;
  } catch {
    return null;
  }
}
