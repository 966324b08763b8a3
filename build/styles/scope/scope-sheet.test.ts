import { describe, expect, it } from "vitest";
import { scopeText } from "../fixtures/scope-text";

describe("a sheet", () => {
  it.each([
    ["@media print { .x { order: 1 } }", "@media print { .playbook .x { order: 1 } }"],
    ["@supports (order: 1) { body { order: 1 } }", "@supports (order: 1) { .playbook { order: 1 } }"],
    [
      "@container (width > 1px) { .x { order: 1 } }",
      "@container (width > 1px) { .playbook .x { order: 1 } }",
    ],
    ["@starting-style { .x { order: 1 } }", "@starting-style { .playbook .x { order: 1 } }"],
    ["@layer { .x { order: 1 } }", "@layer { .playbook .x { order: 1 } }"],
    ["@-moz-document url(x) { .x { order: 1 } }", "@-moz-document url(x) { .playbook .x { order: 1 } }"],
    [
      ".x { @media print { order: 1; .y { order: 2 } } }",
      ".playbook .x { @media print { order: 1; .y { order: 2 } } }",
    ],
    ["@scope (.x) to (.y) { .z { order: 1 } }", "@scope (.playbook .x) to (.y) { .z { order: 1 } }"],
    ["@scope (body) { .z { order: 1 } }", "@scope (.playbook) { .z { order: 1 } }"],
    ["@scope { .z { order: 1 } }", "@scope (.playbook) { .z { order: 1 } }"],
    ["@scope to (.y) { .z { order: 1 } }", "@scope (.playbook) to (.y) { .z { order: 1 } }"],
    [".x { @scope (& > .y) { .z { order: 1 } } }", ".playbook .x { @scope (& > .y) { .z { order: 1 } } }"],
    [".x { @scope (.y) { .z { order: 1 } } }", ".playbook .x { @scope (.playbook .y) { .z { order: 1 } } }"],
  ])("keeps groups of rules: %s", (text, expected) => {
    expect(scopeText(text)).toMatchObject({ css: `${expected}\n`, problems: [] });
  });

  it("lets rules out that a browser ignores inside of others", () => {
    const { css } = scopeText(`.playbook {
  @layer base, theme;
}
.x { order: 1; @keyframes fade { to { order: 2 } } }`);

    expect(css).toBe(`@layer playbook-base, playbook-theme;

@keyframes playbook-fade { to { order: 2 } }
.playbook .x { order: 1;  }
`);
  });

  it("leaves a layer inside of a layer where it is", () => {
    expect(scopeText(".x { @layer a { @layer b; order: 1 } }").css).toBe(
      ".playbook .x { @layer playbook-a { @layer b; order: 1 } }\n",
    );
  });

  it("writes everything else as the author did", () => {
    const text = `/* The head. */
.x {
    color : RED;   *zoom: 1;
  filter: progid:DXImageTransform.Microsoft.gradient(startColorstr='#80000000');
}`;

    expect(scopeText(text).css).toBe(`${text.replace(".x", ".playbook .x")}\n`);
  });

  it("leaves out the name of the encoding that it has anyway", () => {
    expect(scopeText('@charset "UTF-8";\n.x { order: 1 }')).toMatchObject({
      css: ".playbook .x { order: 1 }\n",
      problems: [],
    });
  });

  it("leaves out what leads to a source map", () => {
    expect(scopeText(".x { order: 1 }\n/*# sourceMappingURL=x.css.map */").css).toBe(
      ".playbook .x { order: 1 }\n",
    );
  });
});

describe("a sheet that cannot be kept inside", () => {
  it.each([
    [
      "@page { margin: 1cm }",
      {
        code: "KB407",
        message: "@page works on the whole page, which belongs to the CRM.",
        found: "@page",
        expected: "rules for elements of the widget",
        fix: "remove it.",
      },
    ],
    ["@view-transition { navigation: auto }", { code: "KB407", found: "@view-transition" }],
    ["@-ms-viewport { width: device-width }", { code: "KB407", found: "@-ms-viewport" }],
    [
      '@import url("other.css") screen;',
      {
        code: "KB408",
        message: "@import does not work in style.css, which is made of several sheets.",
        found: '@import url("other.css") screen;',
        expected: "a sheet of your own project, imported by a script or by Sass",
        fix: 'write import "./other.css" in the script, or @use "other" in a Sass file.',
      },
    ],
    [
      "@namespace svg url(http://www.w3.org/2000/svg);",
      {
        code: "KB409",
        message: "@namespace would be for every sheet of the widget, and works only at the top of a file.",
        found: "@namespace svg url(http://www.w3.org/2000/svg);",
        expected: "selectors without a namespace",
        fix: "remove it: a selector such as svg a matches elements of SVG as they are.",
      },
    ],
    [
      '@charset "latin-1";',
      {
        code: "KB409",
        message: "@charset can only be the first line of a file, and only say that it is in UTF-8.",
        found: '@charset "latin-1";',
        expected: 'nothing, or @charset "utf-8"; as the first line',
        fix: "remove it, and save the file in UTF-8.",
      },
    ],
    ['.x { }\n@charset "utf-8";', { code: "KB409", line: 2 }],
    [
      "@include button;",
      {
        code: "KB410",
        message: "The build does not know @include, and cannot say what its rules would match.",
        found: "@include button;",
        expected: "an at-rule of CSS",
        fix: "correct or remove it; what belongs to Sass must stand in a .scss or .sass file.",
      },
    ],
    ["@constructor { .x { order: 1 } }", { code: "KB410", found: "@constructor" }],
    [
      ".x { composes: y }",
      {
        code: "KB411",
        message: "composes is not supported.",
        found: "composes: y",
        expected: "declarations of CSS",
        fix: "give the element both classes, or share the declarations by a Sass mixin (@include).",
      },
    ],
    [
      "@media print { order: 1 }",
      {
        code: "KB412",
        message: "This declaration belongs to no rule, and browsers drop it.",
        found: "order: 1",
        expected: "a rule around it",
        fix: "write & { … } around it if it is for the widget's root.",
      },
    ],
    [
      "& + .x { order: 1 }",
      {
        code: "KB406",
        message: "This selector matches elements beside the widget's root, which belong to the CRM.",
        found: "& + .x",
        expected: "elements inside the root, or the root itself",
        fix: "use a space or > after the root, or put the elements into a common parent.",
      },
    ],
    [
      "> .x { order: 1 }",
      {
        code: "KB405",
        message: "Browsers cannot read this selector, and drop the whole rule.",
        found: 'nothing before ">"',
        expected: "a selector of CSS",
        fix: 'write "& > …" to begin at the widget\'s root.',
      },
    ],
    [
      ".x, .1y { order: 1 }",
      {
        code: "KB405",
        message: "Browsers cannot read this selector, and drop the whole rule.",
        found: ".1y",
        expected: "a selector of CSS",
        fix: "correct or remove it.",
      },
    ],
  ])("says so: %s", (text, expected) => {
    expect(scopeText(text).problems).toMatchObject([
      { ...expected, severity: "error", file: "widget/sheet.css" },
    ]);
  });

  it("warns of what browsers skip", () => {
    expect(scopeText(".x {\n  color red;\n  order: 1\n}").problems).toEqual([
      {
        code: "KB404",
        severity: "warning",
        message: "Browsers skip this: it is no declaration.",
        file: "widget/sheet.css",
        line: 2,
        column: 3,
        found: "color red",
        expected: "property: value;",
        fix: "correct or remove it.",
      },
    ]);
  });

  it("tells every rule that is wrong", () => {
    const { problems } = scopeText(
      ".x { order: 1 }\n@page { }\n.y { .1z { order: 1 } }\nbody + .x { order: 1 }",
    );

    expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["KB407", 2, 1],
      ["KB405", 3, 6],
      ["KB406", 4, 1],
    ]);
  });
});
