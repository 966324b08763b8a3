import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPackageRoot } from "./package-root";

let root: string;

// A package whose command line is one file, with the real start.mjs and the real esbuild.
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "komponent-start-")));
  mkdirSync(join(root, "build"));
  mkdirSync(join(root, "node_modules"));
  for (const name of ["start.mjs", "load-bundle.mjs"])
    copyFileSync(join(findPackageRoot(), "build", name), join(root, "build", name));
  symlinkSync(
    join(findPackageRoot(), "node_modules", "esbuild"),
    join(root, "node_modules", "esbuild"),
    "junction",
  );
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  writeLock({});
  writeMain("first");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function writeLock(packages: object): void {
  writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
}

function writeMain(text: string, exitCode = 3): void {
  writeFileSync(
    join(root, "build", "main.ts"),
    `export const main = async (args: string[]): Promise<number> => (console.log(${JSON.stringify(text)}, ...args), ${exitCode});`,
  );
}

function start(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const temporary = join(root, "temporary");
  mkdirSync(temporary, { recursive: true });
  return spawnSync(process.execPath, [join(root, "build", "start.mjs"), ...args], {
    encoding: "utf8",
    // No npm on this path: what would install something fails.
    env: { PATH: join(root, "nothing"), TMPDIR: temporary },
  });
}

function listBundles(): string[] {
  return readdirSync(join(root, "node_modules", ".cache", "komponent")).filter((name) =>
    name.startsWith("cli-"),
  );
}

function listCompiled(): string[] {
  const [bundle = ""] = listBundles();
  const files = readdirSync(join(root, "node_modules", ".cache", "komponent", bundle));
  return files.filter((name) => name.endsWith(".v8")).sort();
}

describe("the door of every command", () => {
  it("hands the arguments on, and gives the exit code of the command", () => {
    expect(start("build", "--minify")).toMatchObject({
      status: 3,
      stdout: "first build --minify\n",
      stderr: "",
    });
  });

  it("bundles the sources once, and again when one of them changed", () => {
    start("build");
    start("build");
    expect(listBundles()).toHaveLength(1);

    writeMain("second, and longer");
    expect(start("build").stdout).toBe("second, and longer build\n");
    expect(listBundles()).toHaveLength(2);
  });

  it("runs where the cache cannot be written, and leaves nothing behind", () => {
    writeFileSync(join(root, "node_modules", ".cache"), "in the way");

    expect(start("build").stdout).toBe("first build\n");
    expect(readdirSync(join(root, "temporary"))).toEqual([]);
  });

  it("bundles again when the cache is broken", () => {
    start("build");
    const cache = join(root, "node_modules", ".cache", "komponent");
    writeFileSync(join(cache, "main.json"), "{");
    expect(start("build").stdout).toBe("first build\n");

    for (const name of listBundles()) rmSync(join(cache, name), { recursive: true });
    expect(start("build").stdout).toBe("first build\n");
  });

  it("keeps what was compiled for each command, and for none that does not exist", () => {
    start("build");
    start("check", "a.zip");
    start("--help");
    start("../main");
    expect(listCompiled()).toEqual(["main-build.v8", "main-check.v8", "main-help.v8"]);

    rmSync(join(root, "node_modules", ".cache"), { recursive: true });
    writeMain("no such command", 2);
    start("bild");
    expect(listCompiled()).toEqual([]);
  });

  it("compiles again when what was compiled is broken, or of another Node", () => {
    start("build");
    const [bundle = ""] = listBundles();
    const compiled = join(root, "node_modules", ".cache", "komponent", bundle, "main-build.v8");
    const { size } = statSync(compiled);
    writeFileSync(compiled, "of another Node");

    expect(start("build")).toMatchObject({ stdout: "first build\n", stderr: "" });
    expect(statSync(compiled).size).toBe(size);
  });
});

describe("packages that are missing", () => {
  const complaint = /^komponent: installing packages \(npm ci .*KB002 {2}npm could not install/s;

  it.each([
    ["lacks a dependency", { "node_modules/gone": { version: "1.0.0" } }, "build"],
    ["has another version", { "node_modules/esbuild": { version: "0.0.1" } }, "build"],
    ["lacks what development needs", { "node_modules/gone": { version: "1.0.0", dev: true } }, "test"],
    [
      "lacks the native program of a package",
      {
        "node_modules/tool": { version: "1.0.0", optionalDependencies: { "tool-native": "1.0.0" } },
        "node_modules/tool-native": {
          version: "1.0.0",
          optional: true,
          os: [process.platform],
          cpu: [process.arch],
        },
      },
      "build",
    ],
  ])("are installed where node_modules %s", (_, packages, command) => {
    writeLock(packages);
    addPackage("tool");
    const { status, stderr } = start(command);

    expect(status).toBe(1);
    expect(stderr).toMatch(complaint);
  });

  it.each([
    ["what only development needs, for a build", { "node_modules/gone": { version: "1.0.0", dev: true } }],
    ["optional packages", { "node_modules/gone": { version: "1.0.0", optional: true } }],
    [
      "native programs for other machines",
      {
        "node_modules/tool": { version: "1.0.0", optionalDependencies: { "tool-native": "1.0.0" } },
        "node_modules/tool-native": { version: "1.0.0", optional: true, os: ["elsewhere"], cpu: ["any"] },
      },
    ],
  ])("may be %s", (_, packages) => {
    writeLock(packages);
    addPackage("tool");

    expect(start("build").stdout).toBe("first build\n");
  });
});

function addPackage(name: string): void {
  mkdirSync(join(root, "node_modules", name));
  writeFileSync(join(root, "node_modules", name, "package.json"), "{}");
  const packages = { [`node_modules/${name}`]: { version: "1.0.0" } };
  writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
}
