#!/usr/bin/env node
// The door of every command: plain JavaScript on Node's built-ins, because on a fresh machine nothing else is
// there yet. It installs what the lock file names, bundles the TypeScript of the command line, and runs it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), "..");
const prebuilt = join(packageRoot, "build", "dist", "main.js");
const cache = join(packageRoot, "node_modules", ".cache", "komponent", "cli");

refuseOldNode();
const entry = existsSync(prebuilt) ? prebuilt : await prepareFromSources();
const { main } = await import(pathToFileURL(entry).href);
process.exitCode = await main(process.argv.slice(2));

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `KB001  Node ${process.versions.node} is too old.\n       Expected: Node 20.19 or newer.\n       Fix: install a current Node from https://nodejs.org/.`,
  );
  process.exit(1);
}

async function prepareFromSources() {
  const needsDevelopment = process.argv[2] !== "build";
  if (!isInstalled(needsDevelopment)) install(needsDevelopment);
  return isFresh() ? join(cache, "main.js") : bundleCommandLine();
}

/** True when each package of the lock file that this command needs lies in node_modules in the same version. */
function isInstalled(needsDevelopment) {
  const wanted = readLock(join(packageRoot, "package-lock.json"));
  const present = readLock(join(packageRoot, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.optional || entry.devOptional || entry.peer) return true;
    if (entry.dev && !needsDevelopment) return true;
    return present[path]?.version === entry.version;
  });
}

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

function install(needsDevelopment) {
  const args = ["ci", "--no-audit", "--no-fund", "--ignore-scripts"];
  if (!needsDevelopment) args.push("--omit=dev");
  console.error(`komponent: installing packages (npm ${args.join(" ")})`);
  // On Windows npm is a command file, which Node starts only through a shell.
  const result = spawnSync("npm", args, {
    cwd: packageRoot,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  console.error(
    "KB002  npm could not install the packages of package-lock.json.\n       Fix: read npm's message above; most often there is no network or no free disk space.",
  );
  process.exit(1);
}

/** The cache is fresh while every source file that went into it has the size and time it had then. */
function isFresh() {
  try {
    const inputs = JSON.parse(readFileSync(join(cache, "inputs.json"), "utf8"));
    return Object.entries(inputs).every(([file, stamp]) => stampOf(join(packageRoot, file)) === stamp);
  } catch {
    return false;
  }
}

function stampOf(file) {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs}:${size}`;
}

async function bundleCommandLine() {
  const esbuild = await import("esbuild");
  rmSync(cache, { recursive: true, force: true });
  const result = await esbuild.build({
    absWorkingDir: packageRoot,
    entryPoints: { main: "build/main.ts" },
    outdir: cache,
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
  mkdirSync(cache, { recursive: true });
  const inputs = Object.keys(result.metafile.inputs);
  const stamps = Object.fromEntries(inputs.map((file) => [file, stampOf(join(packageRoot, file))]));
  writeFileSync(join(cache, "inputs.json"), JSON.stringify(stamps));
  return join(cache, "main.js");
}
