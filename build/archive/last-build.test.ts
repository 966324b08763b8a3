import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestProject, type TestProject } from "../../test/support/test-project";
import { checkVersion, readLastBuild, writeLastBuild } from "./last-build";

let project: TestProject;
beforeEach(() => {
  project = createTestProject({});
});
afterEach(() => project.dispose());

const build = {
  version: "1.0.0",
  hash: "a",
  sizes: new Map([["script.js", { raw: 10, gzip: 5 }]]),
  shares: new Map([["widget/index.ts", 7]]),
};

describe("the note of the last build", () => {
  it("is read as it was written", () => {
    writeLastBuild(project.root, build);

    expect(readLastBuild(project.root)).toEqual(build);
  });

  it.each(["", "{", "null", '{"sizes":1}'])("counts as none when it is broken: %j", (content) => {
    project.write(".komponent/last-build.json", content);

    expect(readLastBuild(project.root)).toBeNull();
  });
});

describe("the warning about the version", () => {
  it.each([
    ["nothing was built before", null, "1.0.0", "b"],
    ["nothing changed", build, "1.0.0", "a"],
    ["the version changed too", build, "1.0.1", "b"],
  ])("is silent when %s", (_, before, version, hash) => {
    expect(checkVersion({ version, hash }, before, "widget/manifest.ts")).toEqual([]);
  });

  it("names the version that should have changed", () => {
    expect(checkVersion({ version: "1.0.0", hash: "b" }, build, "widget/manifest.ts")).toMatchObject([
      {
        code: "KB740",
        severity: "warning",
        message: "The widget changed since the build before, and its version is still 1.0.0.",
      },
    ]);
  });
});
