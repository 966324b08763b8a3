// What lets plain Node run the TypeScript of this package: it is bundled into a cache, for the command line and for
// the plugins of linters alike. One file an entry, with the small packages inside: V8 keeps what it compiled of a file,
// and reading that is far quicker than compiling again whatever a command needs.
import * as fs from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Script } from "node:vm";

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), "..");
const prebuilt = join(packageRoot, "build", "dist");
const cache = join(packageRoot, "node_modules", ".cache", "komponent");
const entries = {
  main: "build/main.ts",
  eslint: "build/lint/eslint.ts",
  stylelint: "build/lint/stylelint.ts",
  fuzz: "build/fuzz/child.ts",
};
/** All other packages stay outside: they have native parts, or look for files of theirs beside them. */
const inlined = ["@jridgewell/trace-mapping", "acorn", "acorn-walk", "cac", "css-tree", "fflate"];

export function isPrebuilt(name) {
  return fs.existsSync(join(prebuilt, `${name}.cjs`));
}

/**
 * Loads one of the entries; bundles it first where its sources have changed. What V8 compiles is kept for each `use`,
 * since no two commands need the same functions.
 */
export async function loadBundle(name, use = name) {
  const folder = isPrebuilt(name) ? prebuilt : (findFreshBundle(name) ?? (await bundleSources(name)));
  return runBundle(
    join(folder, `${name}.cjs`),
    join(folder, `${name}-${use}.v8`),
    name === "main" ? misuse : null,
  );
}

function runBundle(file, compiled, unkept) {
  const cachedData = readIfThere(compiled);
  const script = new Script(fs.readFileSync(file, "utf8"), { filename: file, cachedData });
  // V8 refuses what another version of it has compiled.
  if (cachedData === undefined || script.cachedDataRejected)
    process.once("exit", (code) => code !== unkept && keepCompiled(script, compiled));
  const module = { exports: {} };
  script.runInThisContext()(module, module.exports, createRequire(file), pathToFileURL(file).href);
  return module.exports;
}

/** The command line's exit code for a command that does not exist, among others: nothing worth keeping. */
const misuse = 2;

// At the end of the first run, when all that it needed has been compiled.
function keepCompiled(script, file) {
  try {
    const temporary = `${file}.${process.pid}`;
    fs.writeFileSync(temporary, script.createCachedData());
    fs.renameSync(temporary, file);
  } catch {
    // Read-only, or removed meanwhile: the next command compiles again.
  }
}

function readIfThere(file) {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The last bundle, while every source file that went into it has the size and time that it had then. */
function findFreshBundle(name) {
  const { folder, inputs } = readJson(join(cache, `${name}.json`)) ?? {};
  try {
    const fresh = Object.entries(inputs).every(([file, stamp]) => stampOf(join(packageRoot, file)) === stamp);
    return fresh && fs.existsSync(join(cache, folder, `${name}.cjs`)) ? join(cache, folder) : undefined;
  } catch {
    return undefined;
  }
}

function stampOf(file) {
  const { mtimeMs, size } = fs.statSync(file);
  return `${mtimeMs}:${size}`;
}

// Each bundle gets a folder of its own: two commands may bundle at once, and a code cache fits one bundle only.
async function bundleSources(name) {
  const folder = makeCacheFolder() ?? makeTemporaryFolder();
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: packageRoot,
    entryPoints: { [name]: entries[name] },
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    external: listOutsidePackages(),
    platform: "node",
    format: "cjs",
    // A script of node:vm cannot import without a warning; what is imported here can be required as well.
    supported: { "dynamic-import": false },
    target: "node20.19",
    banner: { js: "(function (module, exports, require, bundleAddress) {" },
    footer: { js: "})" },
    define: { "import.meta.url": "bundleAddress" },
    sourcemap: true,
    metafile: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  });
  if (folder.startsWith(cache)) remember(name, folder, Object.keys(metafile.inputs));
  return folder;
}

function listOutsidePackages() {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = readJson(
    join(packageRoot, "package.json"),
  );
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies };
  return Object.keys(all).filter((name) => !inlined.includes(name));
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

function remember(name, folder, inputs) {
  const stamps = Object.fromEntries(inputs.map((file) => [file, stampOf(join(packageRoot, file))]));
  const note = join(folder, `${name}.json`);
  fs.writeFileSync(note, JSON.stringify({ folder: folder.slice(cache.length + 1), inputs: stamps }));
  fs.renameSync(note, join(cache, `${name}.json`));
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
