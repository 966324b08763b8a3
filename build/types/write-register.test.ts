import { statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestProject, helloFiles, type TestProject } from "../../test/support/test-project";
import { openProject } from "../project/open-project";
import { checkTypes } from "./check-types";
import { writeRegister } from "./write-register";

let project: TestProject;
beforeEach(() => {
  project = createTestProject();
});
afterEach(() => project.dispose());

const texts = new Map([
  ["card.title", { placeholders: [], isPlural: false }],
  ["card.due", { placeholders: ["date"], isPlural: false }],
  ["tasks", { placeholders: ["count", "who"], isPlural: true }],
]);

describe("the register of types", () => {
  it("names the manifest, and each text with its placeholders", () => {
    writeRegister(project.root, texts);

    expect(project.read(".komponent/types.d.ts"))
      .toBe(`// Generated from widget/manifest.ts and i18n/. Changes are lost.
/// <reference path="./imports.d.ts" />
import type manifest from "../widget/manifest";

declare module "komponent" {
  interface Register {
    manifest: typeof manifest;
    texts: {
      "card.title": {};
      "card.due": { "date": string | number };
      "tasks": { "count": number; "who": string | number };
    };
  }
}
`);
  });

  it("is left alone while nothing changes", () => {
    const file = join(project.root, ".komponent", "types.d.ts");
    writeRegister(project.root, texts);
    utimesSync(file, 1, 1);
    writeRegister(project.root, texts);
    expect(statSync(file).mtimeMs).toBe(1000);

    writeRegister(project.root, new Map());
    expect(statSync(file).mtimeMs).toBeGreaterThan(1000);
  });
});

describe("the check of types", () => {
  it("is silent when all is well, and knows imports of styles and images", async () => {
    writeRegister(project.root, texts);
    project.write(
      "widget/lead-card.tsx",
      `import icon from "./icon.svg";
import styles from "./card.module.scss";
import "./card.css";
${helloFiles["widget/lead-card.tsx"]}
export const used: readonly (string | undefined)[] = [icon, styles["title"]];
`,
    );

    expect(await checkTypes(openProject(project.root))).toEqual([]);
  });

  it("tells each error at its place, those of the widget's tests aside", async () => {
    writeRegister(project.root, texts);
    project.write("widget/wrong.ts", "\nexport const wrong: number = 'x';\n");
    project.write("widget/wrong.test.ts", "export const wrong: number = 'x';\n");

    expect(await checkTypes(openProject(project.root))).toMatchObject([
      { code: "KB200", file: "widget/wrong.ts", line: 2, column: 14 },
    ]);
  });

  it("leaves out what only the framework could mend, under stricter options", async () => {
    writeRegister(project.root, texts);
    const strict = (helloFiles["widget/tsconfig.json"] as string).replace(
      '"strict": true',
      '"strict": true, "exactOptionalPropertyTypes": true, "noPropertyAccessFromIndexSignature": true',
    );
    project.write("widget/tsconfig.json", strict);

    expect(await checkTypes(openProject(project.root))).toEqual([]);
  });

  it("ends at once when it is aborted", async () => {
    const controller = new AbortController();
    const checking = checkTypes(openProject(project.root), controller.signal);
    controller.abort();

    expect(await checking).toEqual([]);
  });
});
