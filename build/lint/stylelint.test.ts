import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import stylelint, { type Config, type Warning } from "stylelint";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkWidget, rules } from "../../src/checker";
import { cases } from "../../src/checker/cases";
import { createSample, type SampleWidget } from "../../src/checker/cases/sample-widget";
import { openWidget } from "../../src/checker/readers/open-widget";
import { findPackageRoot } from "../package-root";
import { createStylelintPlugin } from "./create-stylelint-plugin";

let root: string;
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "komponent-stylelint-")));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

function writeWidget(folder: string, { read }: SampleWidget): void {
  for (const [path, bytes] of read.files) write(join(folder, path), bytes);
}

async function lint(file: string, change: Config = {}) {
  const { recommended } = createStylelintPlugin();
  const customSyntax = file.endsWith(".scss") ? "postcss-scss" : undefined;
  const config = { ...recommended, ...change, ...(customSyntax && { customSyntax }) };
  const { results } = await stylelint.lint({ files: join(root, file).replaceAll("\\", "/"), config });
  return results[0] as (typeof results)[number];
}

function show({ rule, severity, line, column }: Warning): string {
  return `${rule.replace("komponent/", "")} ${severity} ${line}:${column}`;
}

describe("a packed widget's sheet", () => {
  it("shows what the check finds, where it finds it, with the cure", async () => {
    writeWidget("w", createSample().style("button { color: red; }\n"));

    expect((await lint("w/style.css")).warnings).toEqual([
      expect.objectContaining({
        rule: "komponent/KM501",
        severity: "error",
        line: 4,
        column: 1,
        text: "This selector matches elements of the whole page. Expected: a selector that begins with the widget's own class. Fix: put the root class of the widget before it. (komponent/KM501)",
      }),
    ]);
  });

  const shownRules = rules.filter(({ shownIn }) => shownIn?.includes("style"));
  const bad = shownRules.flatMap(({ id }) =>
    Object.entries(cases[id]?.bad ?? {})
      .filter(([, { options }]) => options === undefined)
      .slice(0, 1)
      .map(([name, { widget }]) => [id, name, widget] as const),
  );
  it.each(bad)("shows the same as the check for %s: %s", async (_id, _name, change) => {
    writeWidget("w", change(createSample()));
    const { findings } = await checkWidget(openWidget(join(root, "w")), { rules: shownRules });
    const expected = findings
      .filter(
        ({ severity, file }) => file === "style.css" && (severity === "error" || severity === "warning"),
      )
      .map(({ rule, severity, line, column }) => `${rule} ${severity} ${line}:${column}`);

    expect((await lint("w/style.css")).warnings.map(show).sort()).toEqual(expected.sort());
  });

  it("is judged by what stands in the other files: the code in manifest.json", async () => {
    writeWidget(
      "w",
      createSample().manifest("widget.code", "zebra").text("style.css", ".zebra-row { margin: 0; }\n"),
    );

    expect((await lint("w/style.css")).warnings.map(show)).toEqual([]);
  });

  it("has the severity of its profile, and at most that of the configuration", async () => {
    const sheet = "button { color: red; }\n.control-select { margin: 0; }\n";
    writeWidget("w", createSample().style(sheet));
    expect((await lint("w/style.css")).warnings.map(show)).toEqual(["KM501 error 4:1", "KM502 error 5:1"]);

    // KM501 is firm: it would break every page of the account.
    write("check.json", '{ "profile": "private" }');
    expect((await lint("w/style.css")).warnings.map(show)).toEqual(["KM501 error 4:1", "KM502 warning 5:1"]);

    const rules = { "komponent/KM501": [true, { severity: "warning" }] } as Config["rules"];
    expect((await lint("w/style.css", { rules })).warnings.map(show)).toEqual(["KM501 warning 4:1"]);
  });

  it("obeys the comments that switch a rule off", async () => {
    writeWidget(
      "w",
      createSample().style(
        "/* stylelint-disable-next-line komponent/KM501 -- the page is ours */\nbutton { margin: 0; }\n",
      ),
    );

    expect((await lint("w/style.css")).warnings).toEqual([]);
  });
});

describe("the sheets of a project", () => {
  beforeEach(() =>
    write("widget/manifest.ts", 'export default { name: "acme", distribution: "marketplace" };\n'),
  );

  it("are not held to what the build does: it puts them under the root", async () => {
    write("widget/card.css", ".row { margin: 0; }\n");

    expect((await lint("widget/card.css")).warnings).toEqual([]);
  });

  it("may be SCSS, of which the parts that are CSS are looked at", async () => {
    write(
      "widget/card.scss",
      [
        '@use "sass:math";',
        "// width: 505px; is no CSS comment, so nothing is wrong with it",
        "$gap: 4px;",
        "@mixin box($a) { background: url(https://acme.com/a.png); }",
        ".card-#{$gap} { @include box(1); .switcher__on & { margin: $gap; } }",
        "/* width: 505px; */",
        "",
      ].join("\n"),
    );

    expect((await lint("widget/card.scss")).warnings.map(show).sort()).toEqual([
      "KM504 error 5:34",
      "KM506 error 4:30",
      "KM507 warning 6:1",
    ]);
  });
});

describe("settings", () => {
  it("may be options of a rule, in the words of check.json", async () => {
    write("a.css", ".zebra-row { margin: 0; }\n.row { margin: 0; }\n");
    const rules = { "komponent/KM503": [true, { prefixes: ["zebra"] }] } as Config["rules"];

    expect((await lint("a.css", { rules })).warnings.map(show)).toEqual(["KM503 warning 2:1"]);
  });

  it("that are wrong are refused", async () => {
    write("a.css", ".row { margin: 0; }\n");
    const rules = {
      "komponent/KM503": [true, { prefix: "zebra" }],
      "komponent/KM501": ["always"],
    } as Config["rules"];

    expect((await lint("a.css", { rules })).invalidOptionWarnings).toEqual([
      {
        text: 'Invalid option for "komponent/KM503". "prefix" is not known here. Expected: profile, brand, code, prefixes, root, libraryHosts, allowedWords, isVendor, redirectUrl, published, released, suppress.',
      },
      { text: 'Invalid value for "komponent/KM501". Expected: true.' },
    ]);
  });

  it("that are wrong in check.json are told once, and nothing is checked", async () => {
    write("a.css", "button { margin: 0; }\n");
    write("check.json", '{\n  "brand": "other"\n}');

    expect((await lint("a.css")).warnings.map(({ text }) => text)).toEqual([
      'KB750 check.json:2:3 "brand" is unknown. Expected: kommo or amocrm. (komponent/settings)',
    ]);
  });
});

it("names the page of each rule", () => {
  const { plugins } = createStylelintPlugin();
  const [, first] = plugins;

  expect(first?.ruleName).toBe("komponent/KM501");
  expect(first?.rule.meta).toEqual({
    url: pathToFileURL(join(findPackageRoot(), "docs", "rules", "KM501.md")).href,
  });
  expect(readFileSync(join(findPackageRoot(), "docs", "rules", "KM501.md"), "utf8")).toContain("KM501");
});
