// What lets plain Node run the TypeScript of this package: it is bundled into a cache, for the command line and for
// the plugins of linters alike.
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), "..");
const prebuilt = join(packageRoot, "build", "dist");
const cache = join(packageRoot, "node_modules", ".cache", "komponent");
const entries = {
  main: "build/main.ts",
  eslint: "build/lint/eslint.ts",
  stylelint: "build/lint/stylelint.ts",
  fuzz: "build/fuzz/child.ts",
};

export function isPrebuilt(name) {
  return fs.existsSync(join(prebuilt, `${name}.js`));
}

/** Loads one of the entries; bundles all of them first where their sources have changed. */
export async function loadBundle(name) {
  const folder = isPrebuilt(name) ? prebuilt : (findFreshBundle(name) ?? (await bundleSources()));
  return import(pathToFileURL(join(folder, `${name}.js`)).href);
}

/** The last bundle, while every source file that went into it has the size and time that it had then. */
function findFreshBundle(name) {
  const { folder, inputs } = readJson(join(cache, "current.json")) ?? {};
  try {
    const fresh = Object.entries(inputs).every(([file, stamp]) => stampOf(join(packageRoot, file)) === stamp);
    return fresh && fs.existsSync(join(cache, folder, `${name}.js`)) ? join(cache, folder) : undefined;
  } catch {
    return undefined;
  }
}

function stampOf(file) {
  const { mtimeMs, size } = fs.statSync(file);
  return `${mtimeMs}:${size}`;
}

// Each bundle gets a folder of its own: a command that still runs loads parts of an older one when it needs them.
async function bundleSources() {
  const folder = makeCacheFolder() ?? makeTemporaryFolder();
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: packageRoot,
    entryPoints: Object.fromEntries(listEntries()),
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    sourcemap: true,
    metafile: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  });
  if (folder.startsWith(cache)) remember(folder, Object.keys(metafile.inputs));
  return folder;
}

/** Not all may be there: a test of this file has a package of one entry. */
function listEntries() {
  return Object.entries(entries).filter(([, file]) => fs.existsSync(join(packageRoot, file)));
}

function makeCacheFolder() {
  try {
    fs.mkdirSync(cache, { recursive: true });
    return fs.mkdtempSync(join(cache, "cli-"));
  } catch {
    return undefined;
  }
}

// Where node_modules is read-only, the bundle lives as long as the command, beside links to what it looks for.
function makeTemporaryFolder() {
  const folder = fs.mkdtempSync(join(tmpdir(), "komponent-"));
  process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));
  for (const name of ["node_modules", "build"])
    fs.symlinkSync(join(packageRoot, name), join(folder, name), "junction");
  return join(folder, "cli");
}

function remember(folder, inputs) {
  const stamps = Object.fromEntries(inputs.map((file) => [file, stampOf(join(packageRoot, file))]));
  const note = join(folder, "current.json");
  fs.writeFileSync(note, JSON.stringify({ folder: folder.slice(cache.length + 1), inputs: stamps }));
  fs.renameSync(note, join(cache, "current.json"));
  removeOldBundles();
}

function removeOldBundles() {
  const bundles = fs
    .readdirSync(cache)
    .filter((name) => name.startsWith("cli-"))
    .map((name) => join(cache, name))
    .sort((a, b) => age(a) - age(b));
  const hour = 3_600_000;
  for (const folder of bundles.slice(5)) {
    if (age(folder) > 12 * hour) fs.rmSync(folder, { recursive: true, force: true });
  }
}

function age(folder) {
  return Date.now() - fs.statSync(folder).mtimeMs;
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
