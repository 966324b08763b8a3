import { describe, expect, it } from "vitest";
import { scopeText } from "../fixtures/scope-text";

describe("a sheet that is no CSS", () => {
  it.each([
    [
      ".x {\n  order: 1",
      {
        line: 1,
        column: 4,
        message: 'A "{" is never closed.',
        found: ".x {",
        expected: '"}"',
        fix: 'close it with "}".',
      },
    ],
    [
      ".x { width: calc(1px }",
      {
        line: 1,
        column: 13,
        message: 'A "(" is closed by "}".',
        found: "calc(1px }",
        expected: '")"',
        fix: 'write ")" before it.',
      },
    ],
    [
      ".x { order: 1 }}",
      {
        line: 1,
        column: 16,
        message: 'A "}" closes nothing.',
        found: null,
        fix: "remove it, or write the opening bracket that it belongs to.",
      },
    ],
    [
      ".x { content: 'a\n; }",
      {
        line: 1,
        column: 15,
        message: "A text is not closed on its line.",
        found: "'a",
        expected: "a second '",
        fix: "close it with '.",
      },
    ],
    [
      ".x { order: 1 } /* end",
      {
        line: 1,
        column: 17,
        message: "A comment is not closed.",
        expected: "*/ at its end",
        fix: "close it with */.",
      },
    ],
    [
      ".x { background: url(a b.png) }",
      {
        line: 1,
        column: 18,
        message: "An address in url() cannot be read.",
        found: "url(a b.png)",
        expected: "an address without spaces, quotes and brackets, or one in quotes",
        fix: 'write url("…").',
      },
    ],
    [
      ".x { order: 1 }; .y { order: 2 }",
      {
        line: 1,
        column: 16,
        message: "A semicolon stands before a rule, and browsers drop that rule.",
        found: "; .y",
        expected: "nothing between two rules",
        fix: "remove the semicolon.",
      },
    ],
    [
      ".x { order: 1 }\norder: 2",
      {
        line: 2,
        column: 1,
        message: "This is neither a rule nor an at-rule.",
        found: "order: 2",
        expected: "selector { property: value }",
        fix: "put it into a rule, or remove it.",
      },
    ],
    [
      "{ order: 1 }",
      {
        line: 1,
        column: 1,
        message: "A block has no selector.",
        found: "{ order: 1 }",
        expected: "a selector before {",
        fix: "name the elements that it is for.",
      },
    ],
    [
      "{".repeat(200),
      {
        line: 1,
        column: 101,
        message: "Brackets nest deeper than 100 levels.",
        fix: "take the sheet apart.",
      },
    ],
  ])("says where: %s", (text, expected) => {
    expect(scopeText(text).problems).toMatchObject([{ code: "KB401", severity: "error", ...expected }]);
  });

  it.each([
    "",
    " \n\t",
    "/* nothing */",
    "/**/",
    "<!-- .x { order: 1 } -->",
    ".x { content: '\\'' }",
    ".x { content: '\\\n' }",
    ".x { --empty:; --json: { a: [1] } }",
    ".x { background: url() }",
    ".x { background: url(a\\)b.png) }",
    ".x { order: 1;;; ; }",
    ".x { a:hover { order: 1 } }",
    "@media(min-width:1px){.x{order:1}}",
    "@LAYER a;",
    ".x{order:1!important}",
    ".é { order: 1 }",
  ])("is not to blame for what is CSS: %j", (text) => {
    expect(scopeText(text).problems).toEqual([]);
  });
});
