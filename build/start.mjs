#!/usr/bin/env node
// The door of every command: plain JavaScript on Node's built-ins, because on a fresh machine nothing else is
// there yet. It installs what the lock file names, bundles the TypeScript of the command line, and runs it.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), "..");
const prebuilt = join(packageRoot, "build", "dist", "main.js");
const cache = join(packageRoot, "node_modules", ".cache", "komponent");

refuseOldNode();
const entry = fs.existsSync(prebuilt) ? prebuilt : await prepareFromSources();
const { main } = await import(pathToFileURL(entry).href);
process.exitCode = await main(process.argv.slice(2));

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(
    "KB001",
    `Node ${process.versions.node} is too old.`,
    "Expected: Node 20.19 or newer.",
    "Fix: install a current Node from https://nodejs.org/.",
  );
}

async function prepareFromSources() {
  const needsDevelopment = process.argv[2] !== "build";
  if (!isInstalled(needsDevelopment)) install(needsDevelopment);
  return findFreshBundle() ?? bundleCommandLine();
}

/** True when each package of the lock file that this command needs lies in node_modules in the same version. */
function isInstalled(needsDevelopment) {
  const wanted = readJson(join(packageRoot, "package-lock.json"))?.packages ?? {};
  const present = readJson(join(packageRoot, "node_modules", ".package-lock.json"))?.packages ?? {};
  const isThere = (path) =>
    present[path]?.version === wanted[path]?.version &&
    fs.existsSync(join(packageRoot, path, "package.json"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || entry.peer) return true;
    if (entry.dev && !needsDevelopment) return true;
    const binaries = Object.keys(entry.optionalDependencies ?? {})
      .map((name) => `node_modules/${name}`)
      .filter((binary) => fitsThisMachine(wanted[binary]));
    return isThere(path) && (binaries.length === 0 || binaries.some(isThere));
  });
}

// esbuild, TypeScript and others keep their native program in an optional package a platform.
function fitsThisMachine(entry) {
  return entry?.os?.includes(process.platform) && entry.cpu?.includes(process.arch);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function install(needsDevelopment) {
  const args = ["ci", "--no-audit", "--no-fund", "--ignore-scripts", "--include=optional"];
  args.push(needsDevelopment ? "--include=dev" : "--omit=dev");
  console.error(`komponent: installing packages (npm ${args.join(" ")})`);
  // On Windows npm is a command file, which Node starts only through a shell.
  const { status } = spawnSync("npm", args, {
    cwd: packageRoot,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  fail(
    "KB002",
    "npm could not install the packages of package-lock.json.",
    "Fix: read npm's message above; most often there is no network or no free disk space.",
  );
}

/** The last bundle, while every source file that went into it has the size and time that it had then. */
function findFreshBundle() {
  const { folder, inputs } = readJson(join(cache, "current.json")) ?? {};
  try {
    const fresh = Object.entries(inputs).every(([file, stamp]) => stampOf(join(packageRoot, file)) === stamp);
    return fresh && fs.existsSync(join(cache, folder, "main.js"))
      ? join(cache, folder, "main.js")
      : undefined;
  } catch {
    return undefined;
  }
}

function stampOf(file) {
  const { mtimeMs, size } = fs.statSync(file);
  return `${mtimeMs}:${size}`;
}

// Each bundle gets a folder of its own: a command that still runs loads parts of an older one when it needs them.
async function bundleCommandLine() {
  const folder = makeCacheFolder() ?? makeTemporaryFolder();
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: packageRoot,
    entryPoints: { main: "build/main.ts" },
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
  return join(folder, "main.js");
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

function fail(code, message, ...details) {
  console.error([`${code}  ${message}`, ...details.map((line) => `       ${line}`)].join("\n"));
  process.exit(1);
}
