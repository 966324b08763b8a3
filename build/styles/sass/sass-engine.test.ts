import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createSassEngine,
  SassFailure,
  startNativeSass,
  startPortableSass,
  type SassEngine,
} from "./sass-engine";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "komponent-sass-")));
const engines: readonly (readonly [string, () => Promise<SassEngine | null>])[] = [
  ["the native compiler", startNativeSass],
  ["the compiler in JavaScript", startPortableSass],
  ["what is there of both", createSassEngine],
];

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(engines)("Sass by %s", (_, start) => {
  let engine: SassEngine | null;

  beforeAll(async () => {
    engine = await start();
    return () => engine?.dispose();
  });

  it("compiles a file inside of the root, and tells what it was made of", async ({ skip }) => {
    if (engine === null) return skip();
    writeFileSync(join(folder, "_part.scss"), "$size: 2px;\n.part { width: $size }");
    writeFileSync(join(folder, "a #{b}.scss"), '@use "part"; & { content: "é" }');

    const { css, sources, map, warnings } = await engine.compile(join(folder, "a #{b}.scss"), ".root");

    expect(css).toBe('.root .part {\n  width: 2px;\n}\n.root {\n  content: "é";\n}');
    expect(sources).toEqual([join(folder, "a #{b}.scss"), join(folder, "_part.scss")]);
    expect(JSON.parse(map)).toMatchObject({ version: 3 });
    expect(warnings).toEqual([]);
  });

  it("fails at the line that is wrong", async ({ skip }) => {
    if (engine === null) return skip();
    writeFileSync(join(folder, "_broken.scss"), ".x {\n  width: 1px + red blue(;\n}");
    writeFileSync(join(folder, "uses-broken.scss"), '@use "broken";');

    const failure = await engine
      .compile(join(folder, "uses-broken.scss"), ".root")
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(SassFailure);
    expect((failure as SassFailure).details).toMatchObject({
      text: 'expected ")".',
      place: { file: join(folder, "_broken.scss"), line: 2 },
    });
  });
});
