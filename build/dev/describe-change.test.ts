import { describe, expect, it } from "vitest";
import { describeChange } from "./describe-change";

const files = (contents: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries(contents).map(([name, text]) => [name, Buffer.from(text)]));
const before = files({ "script.js": "1", "style.css": "1", "assets/a.png": "1" });

describe("a change of the widget's files", () => {
  it.each<[string, Record<string, string>, "none" | "style" | "page", string[]]>([
    ["nothing", { "script.js": "1", "style.css": "1", "assets/a.png": "1" }, "none", []],
    ["the style sheet", { "script.js": "1", "style.css": "2", "assets/a.png": "1" }, "style", ["style.css"]],
    [
      "the style sheet and its image",
      { "script.js": "1", "style.css": "2", "assets/b.png": "1" },
      "style",
      ["assets/a.png", "assets/b.png", "style.css"],
    ],
    ["the script", { "script.js": "2", "style.css": "1", "assets/a.png": "1" }, "page", ["script.js"]],
    ["both", { "script.js": "2", "style.css": "2", "assets/a.png": "1" }, "page", ["script.js", "style.css"]],
    ["a sheet that goes", { "script.js": "1", "assets/a.png": "1" }, "page", ["style.css"]],
    ["an image alone", { "script.js": "1", "style.css": "1", "assets/a.png": "2" }, "page", ["assets/a.png"]],
  ])("that is %s asks pages for the right thing", (_, after, kind, changed) => {
    expect(describeChange(before, files(after))).toEqual({ kind, files: changed });
  });

  it("asks for the page when a sheet comes", () => {
    expect(describeChange(files({ "script.js": "1" }), before).kind).toBe("page");
  });
});
