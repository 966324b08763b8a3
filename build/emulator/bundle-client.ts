import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagedModules } from "../../src/emulator/sdk/amd/packaged-modules";
import type { Asset } from "../../src/emulator/server/emulator";
import { bundle, type BundleResult } from "../bundler";
import { findPackageRoot } from "../package-root";

/**
 * The files of the emulator's pages, by their names below `/-/`: the client with its style sheet, the CRM's old
 * libraries, RequireJS, and the modules that RequireJS fetches. The bundles are kept while their sources stay as they
 * are.
 */
export async function bundleClient(): Promise<ReadonlyMap<string, Asset>> {
  const root = findPackageRoot();
  const cache = join(root, "node_modules", ".cache", "komponent", "client");
  const bundles = readCache(root, cache) ?? (await writeBundles(root, cache));
  const packages = [
    ["require.js", "requirejs/require.js"] as const,
    ...packagedModules.map(({ name, file }) => [`amd/${name}.js`, file] as const),
  ].map(([name, file]) => [name, readFileSync(join(root, "node_modules", file))] as const);
  return new Map([...bundles, ...packages].map(([name, body]) => [name, createAsset(name, body)]));
}

/** What stands in every page has a version; the rest is fetched where somebody asks for it. */
function createAsset(name: string, body: Uint8Array): Asset {
  const asset = { body, type: typeOf(name) };
  if (name.startsWith("amd/") || name.endsWith(".map")) return asset;
  return { ...asset, version: createHash("sha1").update(body).digest("hex").slice(0, 12) };
}

type Files = ReadonlyMap<string, Uint8Array>;

interface Stamps {
  readonly files: readonly string[];
  /** Source, relative to the package → size and time that it had. */
  readonly inputs: Readonly<Record<string, string>>;
}

function readCache(root: string, cache: string): Files | null {
  try {
    const { files, inputs } = JSON.parse(readFileSync(join(cache, "stamps.json"), "utf8")) as Stamps;
    const fresh = Object.entries(inputs).every(([file, stamp]) => stampOf(join(root, file)) === stamp);
    return fresh ? new Map(files.map((file) => [file, readFileSync(join(cache, file))])) : null;
  } catch {
    return null;
  }
}

async function writeBundles(root: string, cache: string): Promise<Files> {
  const [client, libraries] = await Promise.all([
    bundlePage(root, { client: "src/emulator/pages/main.tsx" }, {}, ["src/emulator/pages/own-globals.ts"]),
    // The libraries would register themselves with the page's define instead of giving their values.
    bundlePage(root, { libraries: "src/emulator/sdk/put-libraries.ts" }, { define: "undefined" }),
  ]);
  const files = new Map([...client.files, ...libraries.files]);
  const inputs = { ...client.metafile.inputs, ...libraries.metafile.inputs };
  const stamps = Object.fromEntries(Object.keys(inputs).map((file) => [file, stampOf(join(root, file))]));
  keep(cache, files, { files: [...files.keys()], inputs: stamps });
  return files;
}

async function bundlePage(
  root: string,
  entryPoints: Record<string, string>,
  define: Record<string, string>,
  inject: readonly string[] = [],
): Promise<BundleResult> {
  const result = await bundle({
    absWorkingDir: root,
    entryPoints,
    outdir: root,
    bundle: true,
    format: "iife",
    target: "es2022",
    inject: [...inject],
    define: { ...define, "process.env.NODE_ENV": '"production"' },
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcemap: true,
    // Names stay: they are what a stack in the report is read by.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    loader: { ".svg": "dataurl" },
    // twig 0.8.9 asks Node for these when it is told to read from a disk, which no page does.
    external: ["fs", "path"],
  });
  const [error] = result.errors;
  if (error === undefined) return result;
  throw new Error(
    `The emulator's page does not compile: ${error.location?.file}:${error.location?.line}: ${error.text}`,
  );
}

// Written beside and moved, so that a second command never reads a half. Without the right to write there is no cache.
function keep(cache: string, files: Files, stamps: Stamps): void {
  const work = `${cache}-${process.pid}`;
  try {
    mkdirSync(work, { recursive: true });
    for (const [name, bytes] of files) writeFileSync(join(work, name), bytes);
    writeFileSync(join(work, "stamps.json"), JSON.stringify(stamps));
    rmSync(cache, { recursive: true, force: true });
    if (!existsSync(cache)) renameSync(work, cache);
  } catch {
    // Made anew next time.
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function stampOf(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}:${size}`;
}

function typeOf(name: string): string {
  if (name.endsWith(".css")) return "text/css; charset=utf-8";
  if (name.endsWith(".map")) return "application/json";
  return "text/javascript; charset=utf-8";
}
