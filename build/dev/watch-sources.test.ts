import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestProject, type TestProject } from "../../test/support/test-project";
import { watchSources, type SourceWatcher } from "./watch-sources";

let project: TestProject;
let watcher: SourceWatcher;
let changes: string[][];

beforeEach(() => {
  project = createTestProject({ "widget/a.ts": "1", "elsewhere/b.ts": "1", "elsewhere/c.ts": "1" });
  changes = [];
  watcher = watchSources([join(project.root, "widget"), join(project.root, "i18n")], (files) =>
    changes.push([...files].map((file) => relative(project.root, file)).sort()),
  );
});

afterEach(() => {
  watcher.close();
  project.dispose();
});

describe("the watcher of sources", () => {
  it("tells of a file that was written", async () => {
    project.write("widget/a.ts", "2");

    await vi.waitFor(() => expect(changes).toEqual([["widget/a.ts"]]));
  });

  it("tells of two files of one save once", async () => {
    project.write("widget/a.ts", "2");
    project.write("widget/new.ts", "2");

    await vi.waitFor(() => expect(changes).toEqual([["widget/a.ts", "widget/new.ts"]]));
  });

  it("keeps silent when the content stays", async () => {
    project.write("widget/a.ts", "1");
    await pause();

    expect(changes).toEqual([]);
  });

  it("hears of a file that an editor replaced by renaming, again and again", async () => {
    for (const content of ["2", "3", "4"]) {
      project.write("other", content);
      renameSync(join(project.root, "other"), join(project.root, "widget/a.ts"));
      await vi.waitFor(() => expect(changes.pop()).toEqual(["widget/a.ts"]));
    }
  });

  it("follows into new folders, and into folders that come back", async () => {
    for (const content of ["1", "2"]) {
      mkdirSync(join(project.root, "widget/card"));
      await vi.waitFor(() => expect(changes.pop()).toEqual(["widget/card"]));
      project.write("widget/card/view.tsx", content);
      await vi.waitFor(() => expect(changes.pop()).toEqual(["widget/card/view.tsx"]));
      rmSync(join(project.root, "widget/card"), { recursive: true });
      await vi.waitFor(() => expect(changes.pop()).toContain("widget/card/view.tsx"));
      changes.length = 0;
    }
  });

  it("notices a watched folder that did not exist at first", async () => {
    project.write("i18n/en.json", "{}");

    await vi.waitFor(() => expect(changes.flat()).toContain("i18n"));
  });

  it("watches single files elsewhere, and not their neighbours", async () => {
    watcher.addFiles([join(project.root, "elsewhere/b.ts")]);
    project.write("elsewhere/c.ts", "2");
    await pause();
    project.write("elsewhere/b.ts", "2");

    await vi.waitFor(() => expect(changes).toEqual([["elsewhere/b.ts"]]));
  });

  it("is silent once closed", async () => {
    watcher.close();
    project.write("widget/a.ts", "2");
    writeFileSync(join(project.root, "widget/b.ts"), "1");
    await pause();

    expect(changes).toEqual([]);
  });
});

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 60));
}
