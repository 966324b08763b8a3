import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPackageRoot } from "../build/package-root";
import { version } from "../package.json";
import { runCommand } from "./support/run-command";
import { createTestProject, type TestProject } from "./support/test-project";

let project: TestProject;
beforeAll(() => {
  project = createTestProject();
});
afterAll(() => project.dispose());

describe("the command line", () => {
  it.each([["--help"], ["build", "--help"], ["-h"]])("explains itself: %s %s", async (...args) => {
    const { code, stdout } = await runCommand(args);

    expect(code).toBe(0);
    expect(stdout).toContain("Usage:");
  });

  it("says its version", async () => {
    expect((await runCommand(["--version"])).stdout).toContain(`komponent/${version}`);
  });

  it("without a command shows the commands, and ends with 2", async () => {
    const { code, stdout } = await runCommand([]);

    expect(code).toBe(2);
    for (const command of ["build", "dev", "check", "test", "bench"])
      expect(stdout).toContain(`  ${command}`);
  });

  it.each([
    [["biuld"], 'KB010  There is no command "biuld".', 'Fix: did you mean "komponent build"?'],
    [["build", "--minfy"], 'KB010  There is no option "--minfy".', 'Fix: did you mean "--minify"?'],
    [["build", "--xyzzy"], 'KB010  There is no option "--xyzzy".', "Fix: run the command with --help"],
    [["build", "now"], 'KB010  Unused args: "now".', "Fix: run the command with --help"],
    [["build", "--root"], "value is missing.", "Fix: run the command with --help"],
    [
      ["dev", "--port", "many"],
      "KB010  --port many is not possible.",
      "Fix: give a whole number from 0 to 65535",
    ],
    [["dev", "--port", "1", "--port", "2"], "KB010  --port takes one value.", "Fix: give it once"],
  ])("called as %j says what is wrong, and ends with 2", async (args, message, fix) => {
    const { code, stdout, stderr } = await runCommand(args);

    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(fix);
    expect(stdout).toBe("");
  });
});

describe("build", () => {
  it("says what it made, without colours where nobody sees them", async () => {
    const { code, stdout, stderr } = await runCommand(["build"], project.root);

    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +size +gzip\n/);
    expect(stdout).toContain("drawn from images/logo.svg: images/logo.png, images/logo_main.png");
    expect(stdout).toMatch(/\nhello_card 1\.0\.0: dist\/widget\.zip in \d+\.\d\d s\n$/);
    expect(stdout).not.toContain("\u001B");
    expect(project.list("dist")).toEqual([
      "widget.zip",
      "widget/i18n/en.json",
      "widget/images/logo.png",
      "widget/images/logo_main.png",
      "widget/images/logo_medium.png",
      "widget/images/logo_min.png",
      "widget/images/logo_small.png",
      "widget/manifest.json",
      "widget/script.js",
    ]);
  });

  it("warns when the widget changed and its version did not, and shows what changed", async () => {
    const file = join(project.root, "widget", "lead-card.tsx");
    writeFileSync(file, readFileSync(file, "utf8").replace("Hello, lead", "Good day to you, lead"));
    const { code, stdout, stderr } = await runCommand(["build", "--no-types"], project.root);

    expect(code).toBe(0);
    expect(stderr)
      .toBe(`KB740  widget/manifest.ts  The widget changed since the build before, and its version is still 1.0.0.
       Expected: a new version for every upload: the CRM and browsers keep the files of a version
       Fix: raise the version before you upload this archive.
       More: docs/errors.md#kb740
`);
    expect(stdout).toContain("grew most in script.js: widget/lead-card.tsx +10 B");
  });

  it("stops at a budget, and says what weighs most", async () => {
    writeFileSync(
      join(project.root, "package.json"),
      '{ "komponent": { "budget": { "script.js": "1 KB" } } }',
    );
    const { code, stderr } = await runCommand(["build", "--no-types"], project.root);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^KB730 {2}script\.js {2}script\.js weighs more than its budget\.\n {7}Found: \d\.\d KB compressed\n/,
    );
    expect(stderr).toContain("Most of it is preact/dist/preact.mjs");
  });

  it("ends with 1 and every error of every part, types included", async () => {
    const broken = createTestProject();
    broken.write("widget/lead-card.tsx", broken.read("widget/lead-card.tsx").replace("card.id", "card.idd"));
    broken.write("i18n/en.json", "{");
    const { code, stdout, stderr } = await runCommand(["build"], broken.root);
    broken.dispose();

    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^KB501 {2}i18n\/en\.json:1:\d/m);
    expect(stderr).toMatch(/^KB200 {2}widget\/lead-card\.tsx:5:\d+ {2}Property 'idd' does not exist/m);
    expect(stderr).not.toContain("    at ");
  });
});

describe("dev", () => {
  it("ends with 1 when the port is taken", async () => {
    const start = join(findPackageRoot(), "build", "start.mjs");
    const first = spawn(process.execPath, [start, "dev", "--port", "0", "--no-open"], { cwd: project.root });
    const port = await new Promise<string>((resolve) => {
      first.stdout.on("data", (chunk: Buffer) => resolve(/:(\d+)\/$/m.exec(chunk.toString())?.[1] ?? ""));
    });
    const second = await runCommand(["dev", "--port", port, "--no-open"], project.root);
    first.kill("SIGINT");

    expect(second).toMatchObject({ code: 1, stdout: "" });
    expect(second.stderr).toContain(`KB801  Port ${port} is taken.`);
    expect(await new Promise((resolve) => first.once("close", resolve))).toBe(0);
  });

  it("says it when there is no widget at the path", async () => {
    const { code, stderr } = await runCommand(["dev", "--widget", "nowhere", "--no-open"], project.root);

    expect(code).toBe(1);
    expect(stderr).toContain("KB810  There is no widget at");
  });
});
