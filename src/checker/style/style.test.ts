import { describe, expect, it } from "vitest";
import { createStylesheet } from "./create-stylesheet";

describe("a style sheet", () => {
  it("gives its rules with what stands around them, and no steps of keyframes", () => {
    const { rules, atrules } = createStylesheet(
      "a.css",
      "@media print { .a { color: red; &:hover { margin: 0 } } }\n@keyframes b { from { top: 0 } }",
    );

    expect(
      rules.map((rule) => [
        rule.selectors.length,
        rule.declarations.length,
        rule.atrules.length,
        rule.parents.length,
      ]),
    ).toEqual([
      [1, 1, 1, 0],
      [1, 1, 1, 1],
    ]);
    expect(atrules.map(({ name }) => name)).toEqual(["media", "keyframes"]);
  });

  it("knows nested rules that begin with a class, an element or a combinator, and the declarations behind them", () => {
    const source = '.a { .b { c: "}" } div { > .d { e: f } } g: h; /* } */ + .i { j: k } l: m }';
    const { rules, faults } = createStylesheet("a.css", source);

    expect(faults).toEqual([]);

    expect(
      rules.map(({ node, parents, declarations }) => [
        source.slice(node.prelude.loc?.start.offset, node.prelude.loc?.end.offset),
        parents.length,
        declarations.map(({ property, loc }) => source.startsWith(`${property}:`, loc?.start.offset)),
      ]),
    ).toEqual([
      [".a", 0, [true, true]],
      [".b", 1, [true]],
      ["div", 1, []],
      ["> .d", 2, [true]],
      ["+ .i", 1, [true]],
    ]);
  });

  it("gives its comments and what it could not read, at their places", () => {
    const { comments, faults } = createStylesheet("a.css", "/* a */ .b { color }");

    expect(comments).toEqual([{ text: " a ", start: 0, end: 7 }]);
    expect(faults).toMatchObject([{ offset: 19 }]);
  });

  it.each([
    ["rules", ".a{".repeat(50_000)],
    ["at-rules", "@media a{".repeat(3000) + "}".repeat(3000)],
    ["functions", `a{b:${"f(".repeat(50_000)}`],
    ["selectors", ":not(".repeat(50_000)],
    ["brackets", "[".repeat(50_000)],
  ])("of nested %s without end is refused, not read to the end of the stack", (_name, source) => {
    expect(createStylesheet("a.css", source)).toMatchObject({
      rules: [],
      faults: [{ message: "The rules nest too deeply to be read" }],
    });
  });

  it("of a hundred nested rules is read", () => {
    expect(createStylesheet("a.css", `${".a{".repeat(100)}${"}".repeat(100)}`).rules).toHaveLength(100);
  });
});
