import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UserError } from "../../src/manifest/problem";
import { readScenarioFile } from "./read-scenario-file";

const folder = mkdtempSync(join(tmpdir(), "scenario-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "scenario.json");
const nest = (times: number) => "[".repeat(times) + "]".repeat(times);

async function readProblem(path: string) {
  const error: unknown = await readScenarioFile(path).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error ?? new Error("It was read.");
  const [problem] = error.problems;
  return { ...problem, file: problem?.file === null ? null : "scenario.json" };
}

describe("a scenario that is none", () => {
  it.each<[string, string | Buffer, object]>([
    [
      "nothing",
      "",
      {
        code: "KB820",
        found: "Unexpected end of JSON input",
        fix: "mend the JSON; an empty scenario is {}.",
      },
    ],
    [
      "bytes",
      Buffer.from([0, 255, 254, 7]),
      { code: "KB820", found: "bytes that are no text", expected: "a JSON object" },
    ],
    [
      "null",
      "null",
      {
        code: "KB821",
        message: "The scenario does not fit at its top.",
        found: "null",
        expected: "an object",
      },
    ],
    ["a list in 200,000 lists", nest(200_000), { code: "KB821", expected: "at most 64 levels" }],
    [
      "a setting of 100,000 levels",
      `{ "widget": { "settings": { "a": ${nest(100_000)} } } }`,
      {
        code: "KB821",
        message: "The scenario does not fit at widget.settings.a.",
        found: "more than 64 levels",
        expected: "at most 64 levels",
        fix: "write at most 64 levels.",
      },
    ],
    [
      "10^9 leads",
      '{ "leads": 1000000000 }',
      {
        code: "KB821",
        line: 1,
        found: "1000000000",
        expected: "a whole number from 1 to 20000",
        fix: "write a whole number from 1 to 20000.",
      },
    ],
    [
      "a number beyond all",
      '{ "seed": 1e400 }',
      { code: "KB821", found: "Infinity", expected: "a whole number from 0 to 4294967295" },
    ],
    ["a text for a number", '{ "leads": "many" }', { code: "KB821", found: '"many"' }],
    [
      "__proto__",
      '{ "__proto__": { "leads": 5 } }',
      { code: "KB821", message: "The scenario does not fit at __proto__.", fix: "leave it out." },
    ],
    [
      "__proto__ inside",
      '{ "account": { "__proto__": {} } }',
      { code: "KB821", message: "The scenario does not fit at account.__proto__." },
    ],
    [
      "another language",
      '{ "locale": "xx" }',
      {
        code: "KB821",
        found: '"xx"',
        expected: 'one of "en", "es", "pt", "ru"',
        fix: 'write one of "en", "es", "pt", "ru".',
      },
    ],
    [
      "two widgets of one code",
      '{ "widgets": [{ "path": "a", "code": "x" }, { "path": "b", "code": "x" }] }',
      {
        code: "KB821",
        message: "The scenario does not fit at widgets[1].code.",
        expected: "a code that no other widget of the scenario has",
      },
    ],
  ])("%s is told with its place and a cure", async (_name, content, problem) => {
    writeFileSync(file, content);

    expect(await readProblem(file)).toMatchObject({ file: "scenario.json", ...problem });
  });

  it("may be a folder", async () => {
    const path = join(folder, "inside");
    mkdirSync(path);

    expect(await readProblem(path)).toMatchObject({
      code: "KB823",
      message: `The scenario ${path} is a folder.`,
      expected: "a JSON file",
      fix: "name the file in it after --scenario.",
    });
  });

  it("may be nowhere", async () => {
    const path = join(folder, "nowhere.json");

    expect(await readProblem(path)).toMatchObject({
      code: "KB823",
      message: `There is no scenario at ${path}.`,
      fix: "check the path after --scenario.",
    });
  });
});
