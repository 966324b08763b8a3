import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWidget } from "../build/build-widget";
import { UserError, type Problem } from "../src/manifest/problem";
import { propertyRuns } from "./property-runs";
import { createTestProject, helloFiles, type TestProject } from "./support/test-project";

const files: Readonly<Record<string, string>> = {
  ...helloFiles,
  "widget/lead-card.tsx": `import "./card.scss";\n${helloFiles["widget/lead-card.tsx"]}`,
  "widget/card.scss": "$green: green;\n.title { color: $green; &:hover { color: red; } }\n",
  "package.json": '{ "name": "card", "komponent": { "budget": { "script.js": "64 KB" } } }\n',
};

let project: TestProject;
beforeAll(() => {
  project = createTestProject(files);
});
afterAll(() => project.dispose());

async function build(): Promise<readonly Problem[]> {
  try {
    await buildWidget({ root: project.root, minify: false, types: false, check: false });
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

/** One slip of the hand: some characters gone, others in their place. */
const slip = fc.record({
  file: fc.constantFrom(...Object.keys(files).filter((file) => !file.endsWith("tsconfig.json"))),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(12),
  added: fc.oneof(
    fc.constantFrom(
      "",
      "{",
      "}",
      '"',
      "'",
      "`",
      ";",
      "/*",
      "<",
      "\0",
      "\uFEFF",
      "\uD800",
      "\n",
      ",",
      "../",
      "é",
    ),
    fc.string({ unit: "binary", maxLength: 6 }),
  ),
});

describe("a project with slips of the hand", () => {
  it(
    "builds, or tells errors with their file, a cure and a place in it; it never crashes",
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 3 }), async (slips) => {
          for (const [file, content] of Object.entries(files)) project.write(file, content);
          for (const { file, at, removed, added } of slips) {
            const content = project.read(file);
            const start = Math.floor(at * content.length);
            project.write(file, content.slice(0, start) + added + content.slice(start + removed));
          }
          const errors = (await build()).filter(({ severity }) => severity === "error");

          for (const problem of errors) {
            expect(problem.code).toMatch(/^KB\d{3}$/);
            expect(problem.file, problem.message).not.toBeNull();
            expect(problem.message).not.toMatch(/undefined|\[object|\n {4}at /);
          }
        }),
        propertyRuns,
      );
    },
  );
});
