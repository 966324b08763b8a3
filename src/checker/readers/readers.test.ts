import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildZip, type ZipInput } from "../cases/build-zip";

import { createSample } from "../cases/sample-widget";
import { checkWidget } from "../check-widget";
import { limits } from "./limits";
import { openWidget } from "./open-widget";
import { readZip } from "./read-zip";

const text = (content: string) => new TextEncoder().encode(content);
const file = (name: string, content = "{}"): ZipInput => ({ name, data: text(content) });
const packed = (name: string, content: Uint8Array): ZipInput => ({
  name,
  data: new Uint8Array(deflateRawSync(content)),
  method: 8,
  size: content.length,
  crc: crc32(content),
});
const messagesOf = (zip: Uint8Array) => readZip(zip, "widget.zip").faults.map(({ message }) => message);

describe("an archive", () => {
  it("is read whole, packed and stored entries alike", () => {
    const zip = buildZip([
      file("manifest.json", '{"a":1}'),
      packed("i18n/en.json", text("hello ".repeat(1000))),
      file("i18n/", ""),
    ]);

    const widget = readZip(zip, "widget.zip");

    expect(widget.faults).toEqual([]);
    expect(widget.entries).toEqual(["manifest.json", "i18n/en.json", "i18n/"]);
    expect([...widget.files.keys()]).toEqual(["manifest.json", "i18n/en.json"]);
    expect(new TextDecoder().decode(widget.files.get("i18n/en.json"))).toBe("hello ".repeat(1000));
  });

  it.each<[string, readonly ZipInput[], readonly string[]]>([
    ["a way out", [file("../x.js")], ["The name of an entry leads out of the archive."]],
    ["a way out in the middle", [file("a/../../x.js")], ["The name of an entry leads out of the archive."]],
    [
      "a way out by backslashes",
      [file("a\\..\\..\\x.js")],
      ["The name of an entry leads out of the archive."],
    ],
    ["an absolute path", [file("/etc/x")], ["The name of an entry is an absolute path."]],
    ["a drive", [file("C:\\x.js")], ["The name of an entry is an absolute path."]],
    ["a control character", [file("a\u0000b.js")], ["The name of an entry holds a control character."]],
    ["no name", [file("")], ["The name of an entry is empty or over 1000 characters long."]],
    ["a link", [{ ...file("a.js", "/etc/passwd"), mode: 0o120777 }], ["The entry is a link."]],
    ["a password", [{ ...file("a.js"), flags: 1 }], ["The entry is encrypted."]],
    [
      "an unknown method",
      [{ ...file("a.js"), method: 12 }],
      ["The entry is compressed in a way that a zip seldom is."],
    ],
    ["a wrong checksum", [{ ...file("a.js"), crc: 1 }], ["The entry is damaged: its checksum does not fit."]],
    [
      "rubbish that should unpack",
      [{ ...file("a.js", "rubbish"), method: 8 }],
      ["The entry is damaged: it cannot be unpacked."],
    ],
    [
      "a place beyond the end",
      [{ ...file("a.js"), offset: 1e9 }],
      ["The entry does not lie where the directory says."],
    ],
    [
      "one name twice",
      [file("a.js"), file("a.js")],
      ["The archive holds this entry twice; which one counts is a matter of luck."],
    ],
    [
      "names that differ in case",
      [file("a.js"), file("A.js")],
      ["Two entries differ only in capital letters; some systems keep only one of them."],
    ],
    [
      "backslashes",
      [file("i18n\\en.json")],
      ["The name of an entry has backslashes; not every unpacker takes them for folders."],
    ],
    [
      "a size that is a lie",
      [{ ...packed("a.js", new Uint8Array(100_000)), size: 10 }],
      ["The entry is longer than it claims."],
    ],
    [
      "an enormous entry",
      [{ ...packed("a.js", new Uint8Array(10)), size: 4e9 }],
      ["The entry is too big to be read."],
    ],
  ])("with %s ends in a finding", (_name, inputs, messages) => {
    expect(messagesOf(buildZip(inputs))).toEqual(messages);
  });

  it.each<[string, Uint8Array, string]>([
    ["text", text("I am no archive"), "The file is no zip archive: it has no directory at its end."],
    ["nothing", new Uint8Array(), "The file is no zip archive: it has no directory at its end."],
    [
      "a wrong count",
      buildZip([file("a.js")], { count: 7 }),
      "The directory of the archive is broken; entries may be missing.",
    ],
    [
      "a directory that begins nowhere",
      buildZip([file("a.js")], { directoryOffset: 7, directorySize: 9 }),
      "The directory of the archive is broken; entries may be missing.",
    ],
    [
      "a directory that is longer than the file",
      buildZip([file("a.js")], { directorySize: 1e6 }),
      "The directory of the archive claims to be longer than the archive.",
    ],
    [
      "the format for enormous archives",
      buildZip([file("a.js")], { directoryOffset: 0xffffffff }),
      "The archive has the Zip64 format, which is meant for archives over 4 GB.",
    ],
  ])("that is %s ends in a finding", (_name, bytes, message) => {
    expect(messagesOf(bytes)).toEqual([message]);
  });

  it("is read behind a foreign beginning, and before a comment", () => {
    const zip = buildZip([file("a.js", "1")], { prefix: text("#!/bin/sh\n"), comment: text("made by hand") });

    expect([...readZip(zip, "widget.zip").files.keys()]).toEqual(["a.js"]);
  });

  it("of 100,000 entries is read up to a limit, in the time and memory of a small one", () => {
    const zip = buildZip(
      Array.from({ length: 100_000 }, (_, index) => file(`f${index}.js`, "")),
      { count: 0xffff },
    );
    const before = process.memoryUsage().rss;

    const widget = readZip(zip, "widget.zip");

    expect(widget.entries).toHaveLength(limits.entries);
    expect(widget.faults.map(({ message }) => message)).toEqual([
      "The archive has more than 5000 entries; the rest is not read.",
    ]);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it("of bombs is unpacked up to a limit", () => {
    const bomb = new Uint8Array(limits.fileBytes);
    const data = new Uint8Array(deflateRawSync(bomb));
    const crc = crc32(bomb);
    const zip = buildZip(
      Array.from({ length: 50 }, (_, index) => ({
        name: `b${index}`,
        data,
        method: 8,
        size: bomb.length,
        crc,
      })),
    );

    const widget = readZip(zip, "widget.zip");

    expect([...widget.files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThanOrEqual(
      limits.totalBytes,
    );
    expect(widget.faults).toHaveLength(46);
    expect(widget.faults[0]).toMatchObject({
      message: "The entry is too big to be read.",
      expected: "at most 64 MB altogether",
    });
  });
});

describe("a widget on the disk", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "komponent-readers-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives the same findings from a folder and from an archive", async () => {
    const sample = createSample().text("style.css", "a {\r\n}\n").script("    debugger;");
    for (const [path, bytes] of sample.read.files) {
      mkdirSync(join(folder, "widget", path, ".."), { recursive: true });
      writeFileSync(join(folder, "widget", path), bytes);
    }
    const zip = join(folder, "widget.zip");
    writeFileSync(zip, buildZip([...sample.read.files].map(([name, data]) => ({ name, data }))));

    const inFolder = await checkWidget(openWidget(join(folder, "widget")));
    const inZip = await checkWidget(openWidget(zip));

    expect(inFolder.findings.filter(({ severity }) => severity === "error").length).toBeGreaterThan(1);
    expect(inFolder.findings).toEqual(inZip.findings);
  });

  it("is read without following links and without installed packages", () => {
    writeFileSync(join(folder, "manifest.json"), "{}");
    mkdirSync(join(folder, "node_modules", "jquery"), { recursive: true });
    writeFileSync(join(folder, "node_modules", "jquery", "index.js"), "1");
    symlinkSync("/etc", join(folder, "etc"));

    const widget = openWidget(folder);

    expect(widget.entries).toEqual(["etc", "manifest.json", "node_modules/"]);
    expect([...widget.files.keys()]).toEqual(["manifest.json"]);
    expect(widget.faults).toMatchObject([{ entry: "etc", message: "The entry is a link or a device." }]);
  });

  it("throws for a path that is not there", () => {
    expect(() => openWidget(join(folder, "nothing"))).toThrow("ENOENT");
  });
});
