import { describe, expect, it } from "vitest";
import { banner, wrapAmd } from "./wrap-amd";

const jquery = { name: "jquery", parameter: "jquery" };
const modal = { name: "lib/components/base/modal", parameter: "modal" };

describe("the AMD wrapper", () => {
  it("begins with define(, is strict, and returns the default export", () => {
    expect(wrapAmd(`${banner}\nvar x = 1;\nexport {\n  x as default\n};\n`, [])).toBe(
      'define([], function () {\n"use strict";\nvar x = 1;\nreturn x;\n});\n',
    );
  });

  it("lists what the page's loader brings", () => {
    expect(wrapAmd(`${banner}\nexport { a as default };\n`, [jquery, modal])).toContain(
      'define(["jquery", "lib/components/base/modal"], function (jquery, modal) {',
    );
  });

  it("understands minified exports, and drops those beside the default", () => {
    expect(wrapAmd(`${banner}\nvar $=1,b=2;export{b as other,$ as default};\n`, [])).toContain(
      "return $;\n});\n",
    );
  });

  it("refuses what is no such module", () => {
    expect(() => wrapAmd("var x = 1;", [])).toThrow("The bundle has not the shape");
  });
});
