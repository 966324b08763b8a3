import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestProject, type TestProject } from "../../test/support/test-project";
import { writeDist } from "./write-dist";

let project: TestProject;
beforeEach(() => {
  project = createTestProject({});
});
afterEach(() => project.dispose());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("dist/", () => {
  it("holds the widget unpacked and packed, and nothing else of ours", () => {
    writeDist(
      project.root,
      new Map([
        ["i18n/en.json", bytes("{}")],
        ["script.js", bytes("1")],
      ]),
      bytes("zip"),
    );

    expect(project.list("dist")).toEqual(["widget.zip", "widget/i18n/en.json", "widget/script.js"]);
    expect(project.read("dist/widget.zip")).toBe("zip");
  });

  it("loses the files that the widget no longer has, and keeps those that are not ours", () => {
    writeDist(project.root, new Map([["old.js", bytes("1")]]), bytes("1"));
    project.write("dist/notes.txt", "mine");
    writeDist(project.root, new Map([["new.js", bytes("2")]]), bytes("2"));

    expect(project.list("dist")).toEqual(["notes.txt", "widget.zip", "widget/new.js"]);
  });

  it("replaces whatever lies in the way", () => {
    project.write("dist/widget.zip/a-folder-of-that-name", "");
    project.write("dist/widget", "a file of that name");
    writeDist(project.root, new Map([["script.js", bytes("2")]]), bytes("2"));

    expect(project.list("dist")).toEqual(["widget.zip", "widget/script.js"]);
  });

  it("that is a file gives an error that says so", () => {
    project.write("dist", "a file");

    expect(() => writeDist(project.root, new Map([["script.js", bytes("2")]]), bytes("2"))).toThrow(
      "The folder dist/ cannot be written.",
    );
    expect(project.read("dist")).toBe("a file");
  });
});
