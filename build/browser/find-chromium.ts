import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createProblem, UserError } from "../../src/manifest/problem";
import { findPackageRoot } from "../package-root";

/**
 * Finds a Chromium for whatever needs a page: the one that `CHROMIUM_PATH` names, else one that is installed, else Debian's
 * (as root on Debian or Ubuntu: a container, CI), else Playwright's. Says each step that takes long through `tell`.
 *
 * @throws UserError KB901 where all of it failed
 */
export function findChromium(tell: (step: string) => void): string {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return checkNamed(named);
  return findInstalled() ?? installFromDebian(tell) ?? installFromPlaywright(tell) ?? giveUp();
}

function checkNamed(path: string): string {
  if (isExecutable(path)) return path;
  throw new UserError(
    createProblem({
      code: "KB902",
      message: "CHROMIUM_PATH does not name a program.",
      found: path,
      expected: "the path of Chromium or Chrome",
      fix: "mend the variable, or unset it to let the command look for a browser.",
    }),
  );
}

/**
 * A browser that is there already; undefined where none is. The one without a window comes first: nobody looks at a
 * window here, and a page takes half of the processor's time in it.
 */
export function findInstalled(): string | undefined {
  const names = [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
  ];
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...knownPlaces].find(isExecutable) ?? findPlaywrights();
}

// Asked in a process of its own: playwright-core alone knows where its browsers lie, and takes 0.3 s to load.
function findPlaywrights(): string | undefined {
  const script = 'process.stdout.write(require("playwright-core").chromium.executablePath())';
  const { stdout } = spawnSync(process.execPath, ["-e", script], {
    cwd: findPackageRoot(),
    encoding: "utf8",
  });
  return stdout !== "" && isExecutable(stdout) ? stdout : undefined;
}

const knownPlaces = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installFromDebian(tell: (step: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !isDebian()) return undefined;
  runApt(["update", "-qq"], tell);
  // Ubuntu and older Debians have the second one only.
  for (const name of ["chromium-headless-shell", "chromium"]) {
    tell(`no Chromium found; installing Debian's (apt-get install ${name})`);
    runApt(["install", "-y", "-qq", "--no-install-recommends", name], tell);
    const found = findInstalled();
    if (found !== undefined) return found;
  }
  return undefined;
}

function runApt(step: readonly string[], tell: (step: string) => void): void {
  const { status } = spawnSync("apt-get", step, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) tell(`apt-get ${step[0]} ended with ${status}`);
}

function isDebian(): boolean {
  if (!existsSync("/etc/os-release")) return false;
  return /^ID(?:_LIKE)?=.*\b(?:debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
}

function installFromPlaywright(tell: (step: string) => void): string | undefined {
  const cli = join(findPackageRoot(), "node_modules", "playwright-core", "cli.js");
  if (!existsSync(cli)) return undefined;
  tell("no Chromium found; downloading Playwright's (playwright-core install chromium)");
  const { status } = spawnSync(process.execPath, [cli, "install", "chromium"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) tell(`playwright-core ended with ${status}`);
  return findInstalled();
}

function giveUp(): never {
  throw new UserError(
    createProblem({
      code: "KB901",
      message: "There is no Chromium on this machine, and none could be installed.",
      expected: "Chromium or Chrome, for whatever needs a page",
      fix: "install one, and name it in the variable CHROMIUM_PATH where it is not found.",
    }),
  );
}
