import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Linter } from "eslint";
import postcssScss from "postcss-scss";
import stylelint from "stylelint";
import { checkWidget, type Finding, type ReadWidget } from "../../src/checker";
import { openWidget } from "../../src/checker/readers/open-widget";
import { applyFixes } from "../check/apply-fixes";
import { createEslintPlugin } from "../lint/create-eslint-plugin";
import { createStylelintPlugin } from "../lint/create-stylelint-plugin";
import type { Victim } from "./create-victim";
import { typescriptParser } from "./typescript-parser";

const today = "2026-11-21";
const guard = "nobody may write here";

export interface Runner {
  /**
   * Gives the milliseconds of computing of the longest step: one check, one mending, one linter.
   *
   * @throws when the checker or a plugin throws, writes outside, or gives a finding that no reader could use
   */
  run(victim: Victim): Promise<number>;
}

/** Checks victims in a folder of its own; files that lie beside them must not change, nor come to be. */
export function createRunner(sandbox: string): Runner {
  const outside = join(sandbox, "outside.txt");
  writeFileSync(outside, guard);
  const inside = join(sandbox, "inside");
  const eslint = new Linter();
  const plugin = createEslintPlugin();
  const { recommended } = createStylelintPlugin();

  const lintScript = (file: string, text: string) => {
    const { rules } = (plugin.configs as { readonly recommended: Linter.Config }).recommended;
    const messages = eslint.verify(
      text,
      {
        files: ["**/*"],
        plugins: { komponent: plugin },
        rules,
        languageOptions: { parser: typescriptParser },
      },
      { filename: join(inside, file) },
    );
    // What cannot be parsed is ESLint's own message.
    for (const { ruleId, line, column, message } of messages)
      if (ruleId !== null) judge({ line, column, message });
  };
  const lintSheet = async (file: string, code: string) => {
    const config = { ...recommended, customSyntax: postcssScss };
    const { results } = await stylelint.lint({ code, codeFilename: join(inside, file), config });
    for (const { line, column, text } of results[0]?.warnings ?? []) judge({ line, column, message: text });
  };
  const runIn = async (victim: Victim): Promise<number> => {
    switch (victim.kind) {
      case "widget":
        return (await measure(() => check(victim.read))).took;
      case "archive":
        writeFileSync(join(inside, "widget.zip"), victim.bytes);
        return checkAndFix(join(inside, "widget.zip"));
      case "folder":
        writeFolder(join(inside, "widget"), victim.files);
        // A link is no file of the widget: whoever follows it mends what lies outside.
        symlinkSync(outside, join(inside, "widget", "link.js"));
        symlinkSync(sandbox, join(inside, "widget", "folder"));
        return checkAndFix(join(inside, "widget"));
      case "source":
        return (
          await measure(() =>
            victim.file.endsWith(".scss")
              ? lintSheet(victim.file, victim.text)
              : lintScript(victim.file, victim.text),
          )
        ).took;
    }
  };
  return {
    async run(victim) {
      mkdirSync(inside);
      const took = await runIn(victim).finally(() => rmSync(inside, { recursive: true, force: true }));
      if (readdirSync(sandbox).join() !== "outside.txt" || readFileSync(outside, "utf8") !== guard)
        throw new Error(`it wrote outside: ${readdirSync(sandbox).join(", ")}`);
      return took;
    },
  };
}

async function checkAndFix(path: string): Promise<number> {
  const first = await measure(async () => {
    const widget = openWidget(path);
    return { widget, result: await check(widget) };
  });
  const { widget, result } = first.value;
  const mending = await measure(() => applyFixes(path, widget, result, () => {}));
  const second = await measure(() => check(openWidget(path)));
  return Math.max(first.took, mending.took, second.took);
}

/** Milliseconds of computing, whatever else the machine does meanwhile. */
async function measure<T>(step: () => T | Promise<T>): Promise<{ readonly value: T; readonly took: number }> {
  const before = process.cpuUsage();
  const value = await step();
  const { user, system } = process.cpuUsage(before);
  return { value, took: (user + system) / 1000 };
}

async function check(widget: ReadWidget) {
  const result = await checkWidget(widget, { today });
  for (const finding of result.findings) judge(finding);
  return result;
}

function judge({ line, column, message }: Pick<Finding, "line" | "column" | "message">): void {
  if (line === 0 || column === 0 || message === "")
    throw new Error(`nobody can use this finding: ${JSON.stringify({ line, column, message })}`);
}

function writeFolder(folder: string, files: ReadWidget["files"]): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
