import { lazyBy } from "./lazy";
import type { WidgetFiles } from "./widget-files";

/**
 * SHA-256 over paths and bytes in the order of the paths: the same content has the same hash however it was packed.
 * `only` limits it to the files whose path it matches; each file is read once.
 */
export function createHasher(files: WidgetFiles): (only?: RegExp) => Promise<string> {
  const hashOf = lazyBy((path: string) => sha256(files.get(path) as Uint8Array));
  return async (only = /./) => {
    const paths = [...files.keys()].filter((path) => only.test(path)).sort();
    const lines = await Promise.all(paths.map(async (path) => `${path} ${await hashOf(path)}`));
    return sha256(new TextEncoder().encode(lines.join("\n")));
  };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
