import type { WidgetFiles } from "./widget-files";

/**
 * SHA-256 over paths and bytes in the order of the paths: the same content has the same hash however it was packed.
 * `only` limits it to the files whose path it matches.
 */
export async function hashFiles(files: WidgetFiles, only = /./): Promise<string> {
  const lines: string[] = [];
  for (const path of [...files.keys()].filter((name) => only.test(name)).sort())
    lines.push(`${path} ${await sha256(files.get(path) as Uint8Array)}`);
  return sha256(new TextEncoder().encode(lines.join("\n")));
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
