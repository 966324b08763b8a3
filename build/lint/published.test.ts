import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Linter } from "eslint";
import type { Config } from "stylelint";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findPackageRoot } from "../package-root";

let root: string;

// A project that has the framework by a link, as npm makes it of a folder, and the linters of its own.
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "komponent-linted-")));
  mkdirSync(join(root, "node_modules"));
  mkdirSync(join(root, "w"));
  symlinkSync(findPackageRoot(), join(root, "node_modules", "komponent"), "junction");
  for (const name of ["eslint", "stylelint"])
    symlinkSync(join(findPackageRoot(), "node_modules", name), join(root, "node_modules", name), "junction");
  write("package.json", '{ "type": "module" }');
  write(
    "eslint.config.js",
    'import komponent from "komponent/eslint";\nexport default [{ files: ["w/*.js"], ...komponent.configs.recommended }];\n',
  );
  write("stylelint.config.js", 'export { recommended as default } from "komponent/stylelint";\n');
  write("w/manifest.json", '{ "widget": {} }');
  write("w/script.js", "define([], function () {\n  return function () { alert(1); };\n});\n");
  write("w/style.css", "button { margin: 0; }\n");
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(root, name), text);
}

it.each([
  ["eslint", ["bin/eslint.js", "--format", "json", "w"], "komponent/KM603"],
  ["stylelint", ["bin/stylelint.mjs", "--formatter", "json", "w/*.css"], "komponent/KM501"],
])("plain Node loads the plugin for %s in a project that has the framework by a link", (name, args, rule) => {
  const [program = "", ...rest] = args;
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules", name, program), ...rest],
    {
      cwd: root,
      encoding: "utf8",
    },
  );

  expect(stdout + stderr).toContain(rule);
});

it("has the types that a configuration in TypeScript wants", async () => {
  const { default: plugin } = await import("komponent/eslint");
  const { default: plugins, recommended } = await import("komponent/stylelint");
  const eslintConfig: Linter.Config[] = [{ files: ["widget/**"], ...plugin.configs.recommended }];
  const stylelintConfig: Config = { ...recommended, plugins };

  expect(eslintConfig[0]?.rules).toMatchObject({
    "komponent/settings": "error",
    "komponent/KM603": "error",
    "komponent/KM603-warning": "warn",
    "komponent/KM613": "warn",
  });
  expect(stylelintConfig.rules).toMatchObject({ "komponent/settings": true, "komponent/KM501": true });
});
