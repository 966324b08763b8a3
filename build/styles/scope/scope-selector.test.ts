import { describe, expect, it } from "vitest";
import { scopeText } from "../fixtures/scope-text";

/** The selector that a rule has after scoping. */
function scope(selector: string): string {
  const { css, problems } = scopeText(`${selector} { order: 1 }`);
  return problems[0] === undefined ? css.slice(0, css.lastIndexOf("{")).trim() : problems[0].code;
}

/** The nested selector that a rule has after scoping. */
function nest(parent: string, selector: string): string {
  const { css, problems } = scopeText(`${parent} { ${selector} { order: 1 } }`);
  return problems[0] === undefined
    ? css.slice(css.indexOf("{") + 1, css.lastIndexOf("{")).trim()
    : problems[0].code;
}

describe("a selector", () => {
  it.each([
    [".x", ".playbook .x"],
    ["*", ".playbook *"],
    ["a, b > c", ".playbook a, .playbook b > c"],
    ["::selection", ".playbook ::selection"],
    [":is(.x, .y):hover", ".playbook :is(.x, .y):hover"],
    ["[title='a, b{']", ".playbook [title='a, b{']"],
    [".a\\:b", ".playbook .a\\:b"],
    ["svg|a", ".playbook svg|a"],
    [".x/* , */.y", ".playbook .x/* , */.y"],
    [":not(.playbook)", ".playbook :not(.playbook)"],
  ])("is put below the root: %s", (selector, expected) => {
    expect(scope(selector)).toBe(expected);
  });

  it.each([
    [".playbook", ".playbook"],
    [".playbook .x", ".playbook .x"],
    [".playbook.open > .x", ".playbook.open > .x"],
    [".dark .playbook .x", ".dark .playbook .x"],
    ["html.dark .playbook", "html.dark .playbook"],
    [".\\70 laybook .x", ".\\70 laybook .x"],
    [":is(.playbook) .x", ":is(.playbook) .x"],
    [".playbook .playbook .x", ".playbook .x"],
    [".playbook html.dark .x", "html.dark .playbook .x"],
    [".playbook body > .x", ".playbook > .x"],
    [".playbook + .playbook", ".playbook + .playbook"],
    ["body > .playbook > .x", ".playbook > .x"],
    ["html.dark .playbook .playbook .x", "html.dark .playbook .x"],
    [".playbook html.dark body > .playbook .x", "html.dark .playbook .x"],
    ["html.dark > body > .playbook", "html.dark .playbook"],
    ["html > body.wide > .playbook", "body.wide .playbook"],
  ])("that names the root stays with it: %s", (selector, expected) => {
    expect(scope(selector)).toBe(expected);
  });

  it.each([
    ["html", ".playbook"],
    ["body", ".playbook"],
    [":root", ".playbook"],
    [":scope", ".playbook"],
    ["BODY", ".playbook"],
    ["html body", ".playbook"],
    ["html > body > .x", ".playbook > .x"],
    ["body .x", ".playbook .x"],
    ["body::before", ".playbook::before"],
    [":is(html, body) .x", ".playbook .x"],
    ["&", ".playbook"],
    ["& > .x", ".playbook > .x"],
    ["&:hover", ".playbook:hover"],
    [".dark &", ".dark .playbook"],
    [":is(&, .x)", ".playbook :is(.playbook, .x)"],
  ])("means the root where it names the page: %s", (selector, expected) => {
    expect(scope(selector)).toBe(expected);
  });

  it.each([
    ["html.dark .x", "html.dark .playbook .x"],
    ["html.dark", "html.dark .playbook"],
    [":root[data-color-scheme='dark'] .x", ":root[data-color-scheme='dark'] .playbook .x"],
    ["html.dark > body > .x", "html.dark .playbook > .x"],
    ["html.dark body.wide .x", "html.dark body.wide .playbook .x"],
    ["html > body.wide .x", "body.wide .playbook .x"],
    ["html.dark html body > .x", "html.dark .playbook > .x"],
    ["body.dark::before", "body.dark .playbook::before"],
    [":where(html.dark, body.dark) .x", ":where(html.dark, body.dark) .playbook .x"],
    [":root:not(.light) .x", ":root:not(.light) .playbook .x"],
  ])("keeps what it demands of the page: %s", (selector, expected) => {
    expect(scope(selector)).toBe(expected);
  });

  it.each(["& + .x", ".playbook ~ .x", ":root + .x", "body ~ .x .y", "html.dark + .x", ".dark & + .x"])(
    "cannot leave the root sideways: %s",
    (selector) => {
      expect(scope(selector)).toBe("KB406");
    },
  );

  it.each([
    "> .x",
    ".x >",
    ".x > > .y",
    ".1x",
    "&div",
    ".x, , .y",
    "a || b",
    ".x /deep/ .y",
    ":(x)",
    "%placeholder",
  ])("that no browser reads is refused: %s", (selector) => {
    expect(scope(selector)).toBe("KB405");
  });
});

describe("a nested selector", () => {
  it.each([
    [".x", ".y", ".y"],
    [".x", "&:hover, > .y", "&:hover, > .y"],
    [".x", "+ .y", "+ .y"],
    [".x", "html.dark &", "html.dark &"],
    [".x", ":is(&) .y", ":is(&) .y"],
    [".x", ":not(&)", ".playbook :not(&)"],
    [".x", ":has(&)", ".playbook :has(&)"],
    [".x", ":is(&, .y)", ".playbook :is(&, .y)"],
    [".x", "body:has(&) .y", "body:has(&) .playbook .y"],
    [".playbook", "> .y", "> .y"],
    [".playbook", "+ .y", "KB406"],
    [":root", "& ~ .y", "KB406"],
    ["&", "&.open + .y", "KB406"],
    [".playbook .x", "& ~ .y", "& ~ .y"],
  ])("in %s: %s", (parent, selector, expected) => {
    expect(nest(parent, selector)).toBe(expected);
  });

  it("may not begin two levels below the root with one of its siblings", () => {
    const { problems } = scopeText(":root { @media print { &:hover { & + .x { order: 1 } } } }");

    expect(problems.map(({ code, found }) => [code, found])).toEqual([["KB406", "& + .x"]]);
  });
});
