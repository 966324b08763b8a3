import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createSample, type SampleWidget } from "../../src/checker/cases/sample-widget";
import { writeZip } from "../archive/write-zip";
import { main } from "../main";

describe("komponent check", () => {
  let folder: string;
  let output: string;
  let errors: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "komponent-check-"));
    output = "";
    errors = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((output += String(text)), true));
    vi.spyOn(process.stderr, "write").mockImplementation((text) => ((errors += String(text)), true));
    vi.spyOn(console, "error").mockImplementation((text) => void (errors += `${String(text)}\n`));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const writeWidget = (name: string, sample: SampleWidget) => {
    for (const [path, bytes] of sample.read.files) write(join(name, path), bytes);
    return join(folder, name);
  };
  const json = () => JSON.parse(output) as Report;

  it("prints one document of JSON and nothing else, and ends with 0 where no error is", async () => {
    const zip = write("widget.zip", writeZip(createSample().read.files));

    expect(await main(["check", zip, "--format", "json"])).toBe(0);
    expect(errors).toBe("");
    expect(json()).toMatchObject({
      version: 1,
      target: zip,
      profile: "marketplace",
      brand: "kommo",
      summary: { errors: 0, warnings: 0, notes: 0, suppressed: 0 },
    });
  });

  it("ends with 1 where an error is, and takes profile and brand", async () => {
    const path = writeWidget(
      "widget",
      createSample().replace("script.js", "return true;", "debugger; return true;"),
    );

    expect(await main(["check", path, "--format", "json", "--brand", "amocrm"])).toBe(1);
    expect(
      json()
        .findings.filter(({ severity }) => severity === "error")
        .map(({ rule }) => rule),
    ).toEqual(["KM604"]);

    output = "";
    expect(await main(["check", path, "--format", "json", "--profile", "private"])).toBe(0);
    expect(json().findings.find(({ rule }) => rule === "KM604")?.severity).toBe("warning");
  });

  it.each([
    [
      "a path that is not there",
      ["check", "/nowhere/widget.zip"],
      "There is no file or folder /nowhere/widget.zip.",
    ],
    ["an unknown format", ["check", ".", "--format", "xml"], "--format xml is not possible."],
    ["an unknown profile", ["check", ".", "--profile", "public"], "--profile public is not possible."],
    ["an unknown rule", ["explain", "KM999"], "There is no rule KM999."],
  ])("ends with 2 for %s", async (_name, args, message) => {
    expect(await main(args)).toBe(2);
    expect(output).toBe("");
    expect(errors).toContain(message);
  });

  it("ends with 2 where --run finds no Chromium", async () => {
    vi.stubEnv("CHROMIUM_PATH", join(folder, "nothing"));

    expect(await main(["check", writeWidget("widget", createSample()), "--run"])).toBe(2);
    expect(output).toBe("");
    expect(errors).toContain("KB902  CHROMIUM_PATH does not name a program.");
    vi.unstubAllEnvs();
  });

  it("says of a path without a widget that --run saw nothing", async () => {
    const path = write("widget.zip", "I am no archive");

    expect(await main(["check", path, "--run", "--format", "json"])).toBe(1);
    expect(json().summary.skipped).toContainEqual({
      rule: "KM811",
      reason: "switching off was not seen: The file is no zip archive: it has no directory at its end.",
    });
  });

  it("ends with 1 and a finding for a file that is no archive", async () => {
    const path = write("widget.zip", "I am no archive");

    expect(await main(["check", path, "--format", "json"])).toBe(1);
    expect(json().findings.find(({ rule }) => rule === "KM113")?.message).toBe(
      "The file is no zip archive: it has no directory at its end.",
    );
  });

  it("obeys the settings of the project beside the widget, and not those inside it", async () => {
    const sample = createSample().script("    debugger;");
    const suppress = {
      rule: "KM604",
      file: "script.js",
      line: 3,
      reason: "the vendor's support asked for it",
    };
    const path = writeWidget("widget", sample.text("check.json", JSON.stringify({ suppress: [suppress] })));

    expect(await main(["check", path, "--format", "json"])).toBe(1);

    write("check.json", JSON.stringify({ suppress: [suppress] }));
    output = "";
    expect(await main(["check", path, "--format", "json"])).toBe(0);
    expect(json().summary.suppressed).toBe(1);
  });

  it("refuses settings that it does not understand, at their line", async () => {
    const path = writeWidget("widget", createSample());
    write(
      "check.json",
      '{\n  "suppress": [{ "rule": "KM101", "file": null, "reason": "short" }],\n  "profil": 1\n}',
    );

    expect(await main(["check", path])).toBe(1);
    expect(errors).toContain("KB750  check.json:2:18  KM101 cannot be suppressed.");
    expect(errors).toContain(
      'KB750  check.json:2:49  "suppress.0.reason" is not a reason of at least 10 characters.',
    );
    expect(errors).toContain('KB750  check.json:3:3  "profil" is not known here.');
  });

  it("shows what it mends, mends it, and has nothing left to mend", async () => {
    const path = writeWidget("widget", createSample().style("\r\n").script("    debugger;"));
    const zip = write(
      "widget.zip",
      writeZip(createSample().text(".DS_Store", "x").script("    debugger;").read.files),
    );

    expect(await main(["check", path, "--fix", "--format", "json"])).toBe(0);
    expect(errors).toContain("--- script.js\n+++ script.js\n@@");
    expect(errors).toContain("-    debugger;\n");
    expect(errors).toContain("(1 line ends changed to \\n)");
    expect(readFileSync(join(path, "script.js"), "utf8")).not.toContain("debugger");

    output = errors = "";
    expect(await main(["check", zip, "--fix", "--format", "json"])).toBe(0);
    expect(errors).toContain("--- .DS_Store\n  (left out)\n");

    errors = "";
    await main(["check", zip, "--fix"]);
    await main(["check", path, "--fix"]);
    expect(errors).toBe("");
  });

  it("mends nothing outside the widget, and no archive of which it could not read all", async () => {
    const outside = write("outside.css", "a {}\r\n");
    const path = writeWidget("widget", createSample());
    symlinkSync(outside, join(path, "link.css"));

    await main(["check", path, "--fix"]);

    expect(readFileSync(outside, "utf8")).toBe("a {}\r\n");
  });

  it("does not mend what the build makes anew", async () => {
    write("widget/manifest.ts", 'export default { name: "acme_notes", distribution: "private" };');
    write("widget/index.ts", "");
    write("dist/widget.zip", writeZip(createSample().read.files));

    expect(await main(["check", folder, "--fix"])).toBe(2);
    expect(errors).toContain("The build makes this widget anew each time.");
  });

  it("takes the profile of a project from its manifest", async () => {
    write("widget/manifest.ts", 'export default { name: "acme_notes", distribution: "private" };');
    write("widget/index.ts", "");
    write("dist/widget.zip", writeZip(createSample().read.files));

    await main(["check", join(folder, "dist", "widget.zip"), "--format", "json"]);

    expect(json().profile).toBe("private");
  });

  it("says that there is nothing to check before the first build", async () => {
    write("widget/manifest.ts", "export default {};");

    expect(await main(["check", folder])).toBe(2);
    expect(errors).toContain("There is no dist/widget.zip yet to check.");
  });

  it("reads listing and signatures of the project, and its pictures", async () => {
    const path = writeWidget("widget", createSample());
    write("check.json", "{}");
    write(
      "listing.json",
      '{ "locales": { "en": { "name": "Other via Acme", "icon": "../../etc/passwd" } } }',
    );
    const signed = { by: "Ana Ruiz", date: "2026-01-01", note: "looked at all of it", result: "n/a" };
    write(
      "attest.json",
      JSON.stringify({ profile: "kommo-marketplace", version: "0.9.0", statements: { KM1203: signed } }),
    );

    await main(["check", path, "--format", "json"]);

    const found = json().findings.map(({ message }) => message);
    expect(found).toContain("The text name differs from that of listing.json (en).");
    expect(found).toContain("The picture ../../etc/passwd of listing.json (en) is not there.");
    expect(found.join("\n")).toContain("The signature no longer counts: it was signed for version 0.9.0.");
  });

  it("explains a rule, whatever the case of its id", async () => {
    expect(await main(["explain", "km604"])).toBe(0);
    expect(output).toMatch(/^# KM604: No debugger statement is left in the code\.\n/);
  });

  it("checks a copy of a widget the same wherever it lies", async () => {
    const path = writeWidget("a/widget", createSample().script("    debugger;"));
    cpSync(path, join(folder, "b", "widget"), { recursive: true });

    await main(["check", path, "--format", "json"]);
    const first = json().findings;
    output = "";
    await main(["check", join(folder, "b", "widget"), "--format", "json"]);

    expect(json().findings).toEqual(first);
  });
});

interface Report {
  readonly profile: string;
  readonly summary: { readonly suppressed: number; readonly skipped: readonly object[] };
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }[];
}
