import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildWidget, type BuiltWidget } from "../build/build-widget";
import { readImage } from "../src/checker/images/read-image";
import { UserError } from "../src/manifest/problem";
import { createTestProject, helloFiles, type TestProject } from "./support/test-project";

/** A widget whose styles, texts and images are all that is allowed and rarely done. */
const files: Readonly<Record<string, string | Uint8Array>> = {
  ...helloFiles,
  "package.json": '{ "name": "nasty", "sideEffects": false }',
  "widget/manifest.ts": String(helloFiles["widget/manifest.ts"]).replace('["en"]', '["en", "es", "pt"]'),
  "widget/lead-card.tsx": `import { CardArea, useTranslate } from "komponent";
import "old-library/style.css";
import "./card.scss";
import "./plain.css";
import styles from "./card.module.scss";

function Title({ count }: { readonly count: number }) {
  const t = useTranslate();
  const kind = count > 9 ? "lots" : "some";
  return <h2 class={styles["hello_card"]}>{t("tasks", { count })}, {t(\`kinds.\${kind}\`)}</h2>;
}

export class LeadCard extends CardArea {
  render() {
    return <Title count={this.card.id} />;
  }
}
`,
  "node_modules/old-library/style.css": `@charset "UTF-8";
@page { size: a4 }
html, body { margin: 0 }
.old { *zoom: 1; filter: alpha(opacity=50); background: url("old.gif?#iefix") }
/*# sourceMappingURL=style.css.map */`,
  "node_modules/old-library/old.gif": new Uint8Array([71, 73, 70]),
  "widget/card.scss": `@use "shared/theme";
& { color: theme.$ink; &:hover { color: red } }
html[data-color-scheme="dark"] { --ink: white; }
html.dark & .title, body > .hello_card .title { background: theme.$picture }
@layer base, theme;
@layer theme { .title { animation: fade 1s } }
`,
  "widget/shared/_theme.scss": `$ink: var(--ink);
$picture: url(picture.png);
@keyframes fade { to { opacity: 0 } }
`,
  "widget/shared/picture.png": new Uint8Array(6000).fill(1),
  "widget/plain.css": `.a { order: 1; .b > &, &:not(:hover) { order: 2 } @media print { order: 3 } }
:not(.hello_card) { order: 4 }
@scope (.a) to (.b) { img { order: 5 } }
@container card (width > 1px) { .a { --text: "} .x {"; order: 6 } }
.a { container: card / inline-size }
`,
  "widget/card.module.scss": `.hello_card { animation: fade 2s; :global(.dark) & { order: 1 } }
@keyframes fade { to { order: 2 } }
`,
  "i18n/en.json": `{
  "widget": { "name": "Hello card", "short_description": "Greets", "description": "Greets a lead." },
  "tasks": { "one": "{count} task", "other": "{count} tasks" },
  "kinds": { "some": "some", "lots": "lots" }
}`,
  "i18n/es.json": `{
  "kinds": { "lots": "muchas", "some": "algunas" },
  "tasks": { "other": "{count} tareas", "one": "{count} tarea", "many": "{count} de tareas" },
  "widget": { "name": "Hola", "short_description": "Saluda", "description": "Saluda a un lead: \\u00a1hola!" }
}`,
  "i18n/pt.json": `\r\n{\r\n
  "widget": { "name": "Olá", "short_description": "Cumprimenta", "description": "Cumprimenta um lead." },
  "tasks": { "one": "{count} tarefa", "many": "{count} de tarefas", "other": "{count} tarefas" },
  "kinds": { "some": "algumas", "lots": "muitas" }
}`,
  "images/logo.svg": `<?xml version="1.0"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- <text>Drawn by hand.</text> -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90000" viewBox="0 0 9 3">
  <style>.a { fill: url(#g) }</style>
  <linearGradient id="g"><stop stop-color="#36c"/></linearGradient>
  <rect id="r" class="a" width="3" height="3"/><use xlink:href="#r" x="6"/>
</svg>`,
};

describe("a project of rare things", () => {
  let project: TestProject;
  let built: BuiltWidget;

  beforeAll(async () => {
    project = createTestProject(files);
    built = await buildWidget({ root: project.root, minify: false, types: true, check: false });
  });
  afterAll(() => project.dispose());

  it("has every rule inside of the root", () => {
    expect(project.read("dist/widget/style.css")).toBe(`.hello_card, .hello_card { margin: 0 }
.hello_card .old { *zoom: 1; filter: alpha(opacity=50); background: url("data:image/gif;base64,R0lG#iefix") }

@keyframes hello_card-fade {
  to {
    opacity: 0;
  }
}
.hello_card {
  color: var(--ink);
}
.hello_card:hover {
  color: red;
}
html[data-color-scheme=dark] .hello_card {
  --ink: white;
}
html.dark .hello_card .title, .hello_card .title {
  background: url("assets/picture-2c2995c2.png");
}
@layer hello_card-base, hello_card-theme;

@layer hello_card-theme {
  .hello_card .title {
    animation: hello_card-fade 1s;
  }
}

.hello_card .a { order: 1; .b > &, &:not(:hover) { order: 2 } @media print { order: 3 } }
.hello_card :not(.hello_card) { order: 4 }
@scope (.hello_card .a) to (.b) { img { order: 5 } }
@container hello_card-card (width > 1px) { .hello_card .a { --text: "} .x {"; order: 6 } }
.hello_card .a { container: hello_card-card / inline-size }

.hello_card .hello_card-card_hello_card {
  animation: hello_card-card_fade 2s;
}
.hello_card .dark .hello_card-card_hello_card {
  order: 1;
}
@keyframes hello_card-card_fade {
  to {
    order: 2;
  }
}
`);
    expect(project.read("dist/widget/script.js")).toContain('"hello_card-card_hello_card"');
  });

  it("has texts with equal keys, and each language its forms", () => {
    const texts = ["en", "es", "pt"].map((locale) =>
      JSON.parse(project.read(`dist/widget/i18n/${locale}.json`)),
    );

    expect(texts.map(({ tasks }) => tasks)).toEqual([
      { one: "{count} task", many: "{count} tasks", other: "{count} tasks" },
      { one: "{count} tarea", many: "{count} de tareas", other: "{count} tareas" },
      { one: "{count} tarefa", many: "{count} de tarefas", other: "{count} tarefas" },
    ]);
    expect(project.read("dist/widget/i18n/pt.json")).not.toContain("\r");
  });

  it("has the logos that were drawn, and nothing that nobody asked for", () => {
    const logo = Buffer.from(project.read("dist/widget/images/logo_main.png"), "latin1");

    expect(readImage(logo).format).not.toBe("svg");
    expect(project.list("dist/widget")).toEqual([
      "assets/picture-2c2995c2.png",
      "i18n/en.json",
      "i18n/es.json",
      "i18n/pt.json",
      "images/logo.png",
      "images/logo_main.png",
      "images/logo_medium.png",
      "images/logo_min.png",
      "images/logo_small.png",
      "manifest.json",
      "script.js",
      "style.css",
    ]);
  });

  it("warns of what was left out of a package, and of nothing else", () => {
    expect(built.warnings.map(({ code, file }) => [code, file])).toEqual([
      ["KB407", "node_modules/old-library/style.css"],
    ]);
  });

  it("is smaller when it is minified, and keeps every rule", async () => {
    const { length } = project.read("dist/widget/style.css");
    await buildWidget({ root: project.root, minify: true, types: false, check: false });

    const small = project.read("dist/widget/style.css");
    expect(small.length).toBeLessThan(length * 0.85);
    expect(small.match(/order:\s*\d/g)).toEqual([
      "order:1",
      "order:2",
      "order:3",
      "order:4",
      "order:5",
      "order:6",
      "order:1",
      "order:2",
    ]);
  });
});

describe("a project with something wrong everywhere", () => {
  it("tells everything at once, each at its line", async () => {
    const project = createTestProject({
      ...files,
      "widget/card.scss": '@use "shared/theme";\n& + .x { order: 1 }\n.y { background: url(nope.png) }',
      "widget/plain.css": '@import "other.css";\n.x { order: 1',
      "i18n/es.json": String(files["i18n/es.json"]).replace("{count} tareas", "{cuenta} tareas"),
      "i18n/pt.json": '{\n  "widget": {},\n}',
      "images/logo.svg": "<svg><text>A</text></svg>",
      "images/logo_min.png": "GIF89a",
    });

    const error: unknown = await buildWidget({
      root: project.root,
      minify: false,
      types: false,
      check: false,
    }).catch((reason: unknown) => reason);
    project.dispose();

    const errors = (error as UserError).problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, file, line }) => [code, file, line])).toEqual([
      ["KB406", "widget/card.scss", 2],
      ["KB401", "widget/plain.css", 2],
      ["KB414", "widget/card.scss", 3],
      ["KB501", "i18n/pt.json", 2],
      ["KB512", "i18n/es.json", 3],
      ["KB611", "images/logo.svg", 1],
    ]);
  });
});
