import { buildWidget, type BuiltWidget } from "../build-widget";
import { readSwitch, readText, type Options } from "../cli/read-options";
import { paint } from "../paint";
import { printProblems } from "../print-problem";
import { formatSizes } from "../sizes/print-sizes";

/**
 * Builds a widget, and prints warnings, the size table and what took how long. Gives 0; errors end the command
 * before.
 */
export async function runBuild(options: Options): Promise<number> {
  const started = performance.now();
  const built = await buildWidget({
    root: readText(options, "root") ?? ".",
    minify: readSwitch(options, "minify"),
    types: readSwitch(options, "types"),
    check: readSwitch(options, "check"),
  });
  printProblems(built.warnings);
  for (const line of describe(built)) console.log(line);
  const { name, version } = built.manifest;
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  console.log(paint("green", `\n${name} ${version}: dist/widget.zip in ${seconds} s`, process.stdout));
  return 0;
}

function* describe({ measured, before, drawn, summary }: BuiltWidget): Generator<string> {
  yield formatSizes(measured, before);
  if (drawn.length > 0) yield `drawn from images/logo.svg: ${drawn.join(", ")}`;
  if (summary === null) return;
  const { rules, warnings, manual, suppressed } = summary;
  yield `${rules} rules held: ${warnings} warnings, ${manual} for a person to look at, ${suppressed} suppressed (see: komponent check)`;
}
