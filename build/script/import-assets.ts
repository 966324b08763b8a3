import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { OnLoadResult, Plugin } from "../bundler";
import { loaderItself } from "./import-host-modules";

/** Smaller files travel inside the script or sheet that needs them, larger ones as files of the archive. Bytes. */
export const largestInline = 4096;

export interface AssetImports {
  readonly plugin: Plugin;
  /** Path in the archive → bytes, of those sources (absolute paths) that a finished bundle holds. */
  collect(sources: ReadonlySet<string>): ReadonlyMap<string, Uint8Array>;
}

/**
 * Lets `import url from "./icon.svg"` give an address that works at run time: a data address for a small image, else
 * that of a file in the archive's `assets/` folder, found from where the host loaded script.js.
 */
export function createAssetImports(): AssetImports {
  const assets = new Map<string, { name: string; bytes: Uint8Array }>();
  return {
    plugin: {
      name: "assets",
      setup(build) {
        build.onLoad(
          { filter: /\.(?:svg|png|jpe?g|gif|webp|avif)$/i },
          async ({ path }): Promise<OnLoadResult> => {
            const bytes = await readFile(path);
            if (bytes.length <= largestInline) return { contents: bytes, loader: "dataurl" };
            const name = nameAsset(path, bytes);
            assets.set(path, { name, bytes });
            return { contents: addressOf(name), loader: "js", pluginData: loaderItself };
          },
        );
      },
    },
    collect(sources) {
      const used = [...assets].filter(([path]) => sources.has(path));
      return new Map(used.map(([, { name, bytes }]) => [name, bytes]));
    },
  };
}

/** A path in the archive. The content stands in the name, because the host's caches know files by their names. */
export function nameAsset(path: string, bytes: Uint8Array): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const extension = extname(path);
  const stem = basename(path, extension).replaceAll(/[^A-Za-z0-9_-]+/g, "-");
  return `assets/${stem}-${hash}${extension.toLowerCase()}`;
}

// RequireJS's "module" tells under which address this script was loaded.
function addressOf(name: string): string {
  return `import module from "module";\nexport default /* @__PURE__ */ module.uri.replace(/[^/]*(?:[?#].*)?$/, ${JSON.stringify(name)});`;
}
