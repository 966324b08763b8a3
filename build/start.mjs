#!/usr/bin/env node
// The door of every command: plain JavaScript on Node's built-ins, because on a fresh machine nothing else is
// there yet. It installs what the lock file names, and runs the command line.
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isPrebuilt, loadBundle } from "./load-bundle.mjs";

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), "..");

refuseOldNode();
if (!isPrebuilt("main")) installWhatIsMissing();
const { main } = await loadBundle("main", nameUse());
process.exitCode = await main(process.argv.slice(2));

/** The command, where the first argument may be one. */
function nameUse() {
  const [, , command = ""] = process.argv;
  return /^[a-z]+$/.test(command) ? command : "help";
}

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

function installWhatIsMissing() {
  const needsDevelopment = process.argv[2] !== "build";
  if (!isInstalled(needsDevelopment)) install(needsDevelopment);
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

function fail(code, message, ...details) {
  console.error([`${code}  ${message}`, ...details.map((line) => `       ${line}`)].join("\n"));
  process.exit(1);
}
