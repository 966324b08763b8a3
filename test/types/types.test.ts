import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { findPackageRoot } from "../../build/package-root";
import { checkTypes, listCases, type TypeCase } from "./check-types";

const fixtures = join(findPackageRoot(), "test", "types", "fixtures");
const programs = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, "tsconfig.json")));

describe.each(programs)("the types of %s", (program) => {
  const folder = join(fixtures, program);
  let results: readonly TypeCase[];

  beforeAll(() => {
    results = checkTypes(folder);
  }, 60_000);

  it.each(listCases(folder))("%s says what its comments expect, and nothing else", (name) => {
    const result = results.find((entry) => entry.name === name);

    expect(result).toEqual({ name, missing: [], unexpected: [] });
  });
});
