import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestProject, type TestProject } from "../../test/support/test-project";
import { createBundler, type Bundler } from "../bundler";
import { createStyleCompiler, type CompiledStyles, type StyleCompiler } from "./create-style-compiler";

let project: TestProject;
let styles: StyleCompiler;
let bundler: Bundler;

beforeEach(async () => {
  project = createTestProject({});
  styles = createStyleCompiler({ root: project.root, rootClass: "playbook" });
  bundler = await createBundler({
    absWorkingDir: project.root,
    entryPoints: ["widget/index.ts"],
    outfile: join(project.root, "script.js"),
    bundle: true,
    format: "esm",
    plugins: [styles.plugin],
  });
});

afterEach(async () => {
  await bundler.dispose();
  await styles.dispose();
  project.dispose();
});

/** Writes files, bundles `widget/index.ts`, and gives what became of its styles. */
async function compile(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<CompiledStyles & { script: string }> {
  for (const [file, content] of Object.entries(files)) project.write(file, content);
  const { errors, files: output } = await bundler.run();
  expect(errors).toEqual([]);
  return { ...(await styles.finish()), script: new TextDecoder().decode(output.get("script.js")) };
}

describe("style.css", () => {
  it("is empty where no source imports a sheet", async () => {
    expect(await compile({ "widget/index.ts": "export {};" })).toMatchObject({
      css: "",
      problems: [],
      sources: [],
    });
    expect(styles.hasStyles()).toBe(false);
  });

  it("has the sheets of a component behind those of the components that it uses", async () => {
    const { css } = await compile({
      "widget/index.ts": 'import "./list"; import "./index.css";',
      "widget/list.ts": 'import { row } from "./row"; import "./list.scss"; console.log(row);',
      "widget/row.ts": 'import "./row.css"; import "./shared.css"; export const row = 1;',
      "widget/row.css": ".row { order: 1 }",
      "widget/shared.css": ".shared { order: 2 }",
      "widget/list.scss": ".list { .item { order: 3 } }",
      "widget/index.css": ".index { order: 4 }",
    });

    expect(css).toBe(`.playbook .row { order: 1 }

.playbook .shared { order: 2 }

.playbook .list .item {
  order: 3;
}

.playbook .index { order: 4 }
`);
    expect(styles.hasStyles()).toBe(true);
  });

  it("has the sheets of a project whose package.json promises that nothing has side effects", async () => {
    const { css } = await compile({
      "package.json": '{ "sideEffects": false }',
      "widget/index.ts": 'import "./index.css";',
      "widget/index.css": ".x { order: 1 }",
    });

    expect(css).toBe(".playbook .x { order: 1 }\n");
  });

  it("takes what Sass wrote: the root by &, and what Sass puts into the root by mistake", async () => {
    const { css, problems } = await compile({
      "widget/index.ts": 'import "./index.scss"; import "./indented.sass";',
      "widget/index.scss": `@use "base";
        & { order: 1; &:hover { order: 2 } }
        html.dark & { order: 3 }
        html.dark .x, .playbook .y { order: 4 }
        @layer a, b;
        @at-root .z { order: 5 }`,
      "widget/_base.scss": ":root { --gap: 4px; }",
      "widget/indented.sass": ".x\n  order: 6",
    });

    expect(problems).toEqual([]);
    expect(css).toBe(`.playbook {
  --gap: 4px;
}
.playbook {
  order: 1;
}
.playbook:hover {
  order: 2;
}
html.dark .playbook {
  order: 3;
}
html.dark .playbook .x, .playbook .y {
  order: 4;
}
@layer playbook-a, playbook-b;

.playbook .z {
  order: 5;
}

.playbook .x {
  order: 6;
}
`);
  });

  it("takes the Sass of a package", async () => {
    const { css, problems } = await compile({
      "widget/index.ts": 'import "./card/card.scss";',
      "widget/card/card.scss": '@use "pkg:theme"; @use "pkg:theme/dark"; .x { color: theme.$ink }',
      "node_modules/theme/package.json":
        '{ "name": "theme", "exports": { ".": { "sass": "./index.scss" }, "./dark": { "sass": "./dark.scss" } } }',
      "node_modules/theme/index.scss": "$ink: #123;",
      "node_modules/theme/dark.scss": "html.dark { color: #eee; }",
    });

    expect(problems).toEqual([]);
    expect(css).toBe("html.dark .playbook {\n  color: #eee;\n}\n.playbook .x {\n  color: #123;\n}\n");
  });

  it("has a partial that two sheets use once, before both", async () => {
    const { css } = await compile({
      "widget/index.ts": 'import "./a.scss"; import "./b.scss";',
      "widget/a.scss": '@use "base"; .button { order: 2 }',
      "widget/b.scss": '@use "base"; .b { order: 3 }',
      "widget/_base.scss": ".button { order: 1 }",
    });

    expect(css.match(/order: \d/g)).toEqual(["order: 1", "order: 2", "order: 3"]);
  });

  it("follows what changes, and does not read again what does not", async () => {
    const first = await compile({
      "widget/index.ts": 'import "./a.scss"; import "./b.css";',
      "widget/a.scss": '@use "base"; @warn "once";',
      "widget/_base.scss": ".base { order: 1 }",
      "widget/b.css": ".b { order: 2 }",
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await compile({ "widget/b.css": ".b { order: 3 }" });
    const third = await compile({ "widget/_base.scss": ".base { order: 40 }" });

    expect(second.problems[0]).toBe(first.problems[0]);
    expect(second.css).toContain("order: 3");
    expect(third.css).toContain("order: 40");
    expect(third.sources.map((source) => source.slice(project.root.length + 1)).sort()).toEqual([
      "widget/_base.scss",
      "widget/a.scss",
      "widget/b.css",
    ]);
  });
});

describe("the sheet of a package", () => {
  it("is taken without what cannot be in a widget", async () => {
    const { css, problems } = await compile({
      "widget/index.ts": 'import "old-library/style.css";',
      "node_modules/old-library/style.css": "@page { size: a4 }\n.old { *zoom: 1; order: 1 }",
    });

    expect(css).toBe(".playbook .old { *zoom: 1; order: 1 }\n");
    expect(problems).toEqual([
      {
        code: "KB407",
        severity: "warning",
        message: "@page works on the whole page, which belongs to the CRM.",
        file: "node_modules/old-library/style.css",
        line: 1,
        column: 1,
        found: "@page",
        expected: "rules for elements of the widget",
        fix: "nothing: the build leaves it out of the package's sheet.",
      },
    ]);
  });
});

describe("a CSS module", () => {
  it("gives its class names to the script", async () => {
    const { css, script } = await compile({
      "widget/index.ts": 'import styles from "./card/lead-card.module.scss"; console.log(styles);',
      "widget/card/lead-card.module.scss": ".playbook { &:hover .title { order: 1 } } & { order: 2 }",
    });

    expect(css).toBe(`.playbook .playbook-card-lead-card_playbook:hover .playbook-card-lead-card_title {
  order: 1;
}
.playbook {
  order: 2;
}
`);
    expect(script).toContain(
      '{ "playbook": "playbook-card-lead-card_playbook", "title": "playbook-card-lead-card_title" }',
    );
  });

  it("cannot have the names of another", async () => {
    const { problems } = await compile({
      "widget/index.ts": 'import "./a-b.module.css"; import "./a/b.module.css";',
      "widget/a-b.module.css": "",
      "widget/a/b.module.css": "",
    });

    expect(problems).toEqual([
      {
        code: "KB416",
        severity: "error",
        message: "The classes of this CSS module would get the same names as those of widget/a-b.module.css.",
        file: "widget/a/b.module.css",
        line: null,
        column: null,
        found: "playbook-a-b",
        expected: "paths that differ in letters or digits",
        fix: "rename one of both files.",
      },
    ]);
  });
});

describe("a file that a sheet names", () => {
  const large = new Uint8Array(5000).fill(7);
  const small =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox=\'0 0 1 1\'>\n  <path fill="#f00" d="M0 0h1v1z"/></svg>\n';

  it("travels in the sheet when it is small, else in the archive", async () => {
    const { css, assets, problems, sources } = await compile({
      "widget/index.ts": 'import "./index.css";',
      "widget/index.css": `.a { background: url(img/icon.svg) }
.b { background: URL( "img/photo%20one.png?x#y" ), url(img/pixel.gif) }
.c { background-image: image-set("img/photo%20one.png" 2x, 'img/pixel.gif' 1x) }
@font-face { font-family: playbook-own; src: url(own.woff2) format("woff2"), local("Own") }
.d { --icon: url(img/icon.svg#part) }`,
      "widget/img/icon.svg": small,
      "widget/img/photo one.png": large,
      "widget/img/pixel.gif": new Uint8Array([1, 2, 3]),
      "widget/own.woff2": new Uint8Array([1]),
    });

    expect(problems).toEqual([]);
    const svg =
      "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'%3E %3Cpath fill='%23f00' d='M0 0h1v1z'/%3E%3C/svg%3E";
    expect(css).toBe(`.playbook .a { background: url("${svg}") }
.playbook .b { background: url("assets/photo-one-f302a3f8.png?x#y"), url("data:image/gif;base64,AQID") }
.playbook .c { background-image: image-set("assets/photo-one-f302a3f8.png" 2x, "data:image/gif;base64,AQID" 1x) }
@font-face { font-family: playbook-own; src: url("data:font/woff2;base64,AQ==") format("woff2"), local("Own") }
.playbook .d { --icon: url("${svg}#part") }
`);
    expect([...assets.keys()]).toEqual(["assets/photo-one-f302a3f8.png"]);
    expect(sources.map((source) => source.slice(project.root.length + 1))).toContain(
      "widget/img/photo one.png",
    );
  });

  it("is looked for beside the partial that names it", async () => {
    const { css, problems } = await compile({
      "widget/index.ts": 'import "./index.scss";',
      "widget/index.scss":
        '@use "parts/icons"; .a { background: icons.$icon } .b { background: url(parts/dot.gif) }',
      "widget/parts/_icons.scss": "$icon: url(dot.gif);",
      "widget/parts/dot.gif": new Uint8Array([1]),
    });

    expect(problems).toEqual([]);
    expect(css.match(/data:image\/gif;base64,AQ==/g)).toHaveLength(2);
  });

  it.each([
    "data:image/gif;base64,AQ==",
    "#part",
    "https://example.com/a.png",
    "//example.com/a.png",
    "/a.png",
    "",
  ])("stays an address where it is one: url(%s)", async (address) => {
    const { css, problems } = await compile({
      "widget/index.ts": 'import "./index.css";',
      "widget/index.css": `.x { background: url(${address}) }`,
    });

    expect(problems).toEqual([]);
    expect(css).toBe(`.playbook .x { background: url(${address}) }\n`);
  });

  it("must exist, in the project, and be of a size", async () => {
    const { problems } = await compile({
      "widget/index.ts": 'import "./index.scss";',
      "widget/index.scss": '@use "icons";',
      "widget/_icons.scss": `.a { background: url(nope.png) }
.b { background: url(img) }
.c { background: url(../../../../../../../../../../etc/hostname) }
.d { background: url(huge.png) }`,
      "widget/img/a.png": "",
      "widget/huge.png": new Uint8Array(4 * 1024 * 1024 + 1),
    });

    expect(problems).toMatchObject([
      {
        code: "KB414",
        message: "The sheet names a file that does not exist.",
        file: "widget/_icons.scss",
        line: 1,
        column: 6,
        found: "nope.png",
        expected: "a file widget/nope.png",
        fix: "correct the path: it begins at the folder of the sheet that names it.",
      },
      { code: "KB414", line: 2, found: "img", expected: "a file widget/img" },
      {
        code: "KB415",
        message: "The sheet names a file outside of the project.",
        line: 3,
        expected: "a file of the project or of a package",
        fix: "copy the file into the project.",
      },
      {
        code: "KB415",
        message: "The sheet names a file that is too large for a widget.",
        line: 4,
        expected: "at most 4 MB",
        fix: "make it smaller.",
      },
    ]);
  });
});

describe("a sheet that is wrong", () => {
  it("is told at the author's line, also in a partial of Sass", async () => {
    const { problems } = await compile({
      "widget/index.ts": 'import "./index.scss"; import "./plain.css";',
      "widget/index.scss": '@use "base";\n\n.x { & + .y { order: 1 } }\n',
      "widget/_base.scss": "// A comment that Sass drops.\n\n@page { margin: 1cm }\n",
      "widget/plain.css": "\r\n\r\n  @page { }",
    });

    expect(problems.map(({ code, file, line, column }) => [code, file, line, column])).toEqual([
      ["KB407", "widget/_base.scss", 3, 1],
      ["KB407", "widget/plain.css", 3, 3],
    ]);
  });

  it("is told in Sass's words where Sass refuses or warns", async () => {
    const { problems } = await compile({
      "widget/index.ts": 'import "./a.scss"; import "./b.scss";',
      "widget/a.scss": '@use "base";\n.x { order: $nothing; }\n',
      "widget/_base.scss": "",
      "widget/b.scss": '.x { @warn "Mind this"; @debug 1 + 1; order: 1 }',
    });

    expect(problems).toEqual([
      {
        code: "KB402",
        severity: "error",
        message: "Sass says: Undefined variable.",
        file: "widget/a.scss",
        line: 2,
        column: 13,
        found: ".x { order: $nothing; }",
        expected: null,
        fix: null,
      },
      expect.objectContaining({
        code: "KB403",
        severity: "warning",
        message: "Sass says: Mind this.",
        file: "widget/b.scss",
        line: null,
      }),
      expect.objectContaining({
        code: "KB403",
        message: "Sass says: @debug: 2.",
        file: "widget/b.scss",
        line: 1,
        column: 25,
      }),
    ]);
  });

  it.each([
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x2e, 0]), "KB702"],
    ["a BOM", new Uint8Array([0xef, 0xbb, 0xbf, 0x2e]), "KB702"],
    ["5 MB", new Uint8Array(5_000_000).fill(32), "KB703"],
  ])("is told when it is %s", async (_, bytes, code) => {
    const { problems, css } = await compile({
      "widget/index.ts": 'import "./a.css"; import "./b.scss";',
      "widget/a.css": bytes,
      "widget/b.scss": bytes,
    });

    expect(problems.map((problem) => [problem.code, problem.file])).toEqual([
      [code, "widget/a.css"],
      [code, "widget/b.scss"],
    ]);
    expect(css).toBe("");
  });

  it.each([
    ["with a byte order mark", Buffer.from("\uFEFF.x { order: 1 }")],
    ["in UTF-16", Buffer.from("\uFEFF.x { order: 1 }", "utf16le")],
    ["in Latin-1", Buffer.from('.x { content: "\xe9" }', "latin1")],
  ])("is told when it is a partial %s", async (_, bytes) => {
    const { problems } = await compile({
      "widget/index.ts": 'import "./a.scss";',
      "widget/a.scss": '@use "base";',
      "widget/_base.scss": bytes,
    });

    expect(problems.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["KB702", "widget/_base.scss", 1],
    ]);
  });

  it("is read again once it is mended", async () => {
    const broken = await compile({
      "widget/index.ts": 'import "./a.scss";',
      "widget/a.scss": '@use "missing";',
    });
    writeFileSync(join(project.root, "widget/_missing.scss"), ".x { order: 1 }");
    const mended = await compile({});

    expect(broken.problems).toMatchObject([
      {
        code: "KB402",
        message: "Sass says: Can't find stylesheet to import.",
        file: "widget/a.scss",
        line: 1,
        column: 1,
      },
    ]);
    expect(mended).toMatchObject({ problems: [], css: ".playbook .x {\n  order: 1;\n}\n" });
  });
});
