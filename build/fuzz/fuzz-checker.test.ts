import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSample } from "../../src/checker/cases/sample-widget";
import { createVictim } from "./create-victim";
import { fuzzChecker } from "./fuzz-checker";

it("checks 500 mutated widgets without a crash, a hang, a write outside or 512 MB", async () => {
  const { done, failures, peak } = await fuzzChecker({ runs: 500, seed: 1 });

  expect(failures).toEqual([]);
  expect(done).toBe(500);
  expect(peak).toBeGreaterThan(20 * 1024 * 1024);
  expect(peak).toBeLessThan(512 * 1024 * 1024);
}, 300_000);

it("makes the same victim of the same seed, and another of another", () => {
  const made = listDigests(0);

  expect(listDigests(0)).toEqual(made);
  expect(new Set([...made, ...listDigests(30)]).size).toBe(60);
}, 60_000);

function listDigests(from: number): string[] {
  const sample = createSample();
  return Array.from({ length: 30 }, (_, index) => {
    const victim = createVictim(sample, from + index);
    const hash = createHash("sha256").update(`${victim.kind} ${victim.what} `);
    if (victim.kind === "archive") hash.update(victim.bytes);
    if (victim.kind === "source") hash.update(victim.text);
    const files = victim.kind === "folder" ? victim.files : victim.kind === "widget" ? victim.read.files : [];
    for (const [name, bytes] of files) hash.update(name).update(bytes);
    return hash.digest("hex");
  });
}

describe("a run that fails", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "komponent-fuzzed-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** A process that reports runs of its own; `code` declares what came of one, `error` and `peak`. */
  function writeChild(code: string): string {
    const program = join(folder, "child.mjs");
    writeFileSync(
      program,
      `const [from, to] = process.argv.slice(2).map(Number);
const send = (message) => new Promise((resolve) => process.send(message, resolve));
for (let run = from; run < to; run++) {
  await send({ run, what: "a file" });
  ${code}
  await send({ run, what: "a file", took: run, peak, error });
}
process.disconnect();
`,
    );
    return program;
  }

  it.each([
    ["throws", 'error = "Error: no";', "Error: no"],
    ["ends the process", "process.exit(7);", "the process ended with 7: "],
    ["hangs", "for (;;);", "it said nothing for 3 seconds"],
    ["needs too much memory", "peak = 600 * 1024 * 1024;", "it needed 600 MB"],
  ])(
    "because it %s is named, and the others go on",
    async (_how, code, reason) => {
      const program = writeChild(`let error = null, peak = 30 * 1024 * 1024;
  if (run === 2) { ${code} }`);

      const result = await fuzzChecker({ runs: 5, seed: 1, program, patience: 3000 });

      expect(result).toMatchObject({ done: 5, failures: [{ run: 2, what: "a file", reason }] });
      expect(result.slowest).toEqual({ run: 4, what: "a file", took: 4 });
    },
    60_000,
  );

  it("in memory that the runs before it left behind is no failure: it has another try alone", async () => {
    const program = writeChild("const error = null, peak = (run - from + 1) * 200 * 1024 * 1024;");

    const result = await fuzzChecker({ runs: 5, seed: 1, program, patience: 3000 });

    expect(result).toMatchObject({ done: 5, failures: [], peak: 400 * 1024 * 1024 });
  });
});
