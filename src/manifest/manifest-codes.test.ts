import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { manifestCodes } from "./manifest-codes";

const docs = readFileSync(new URL("../../docs/errors.md", import.meta.url), "utf8");

it.each(Object.values(manifestCodes))("%s is explained, with a bad and a good example", (code) => {
  const [, section = ""] = docs.split(`\n## ${code}\n`);
  const text = section.split("\n#")[0] ?? "";

  expect(text).toMatch(/\nBad: .*Good: /);
});
