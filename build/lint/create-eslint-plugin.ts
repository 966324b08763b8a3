import type { ESLint, Linter, Rule as EslintRule, SourceCode } from "eslint";
import { version } from "../../package.json";
import { rules } from "../../src/checker";
import type { CollectedFinding } from "../../src/checker/findings/collect-findings";
import type { Rule } from "../../src/checker/rule";
import { createScript } from "../../src/checker/script/create-script";
import { adoptComments, eraseTypes, type ForeignNode } from "../../src/checker/script/erase-types";
import { createFileChecker, type FileChecker, type LintResult } from "./create-file-checker";
import { describeFinding, describeProblem, pageOf, pageOfSettings } from "./describe-finding";

type Ask = (context: EslintRule.RuleContext) => LintResult;

/**
 * The checker's rules as rules of ESLint. ESLint has one severity a rule, the checker one a finding: a rule that can
 * give both has a twin, so that `KM602` tells what the check calls an error, and `KM602-warning` the rest. What the
 * check only notes, or leaves to a person, is not told here.
 */
export function createEslintPlugin(): ESLint.Plugin {
  const ask = askOnce(createFileChecker("script"));
  const shown = rules.filter(({ shownIn }) => shownIn?.includes("script"));
  const faces = shown.flatMap((rule) => listFaces(rule).map((face) => ({ rule, ...face })));
  const plugin: ESLint.Plugin = {
    meta: { name: "komponent", version, namespace: "komponent" },
    rules: {
      settings: createSettingsRule(ask),
      ...Object.fromEntries(
        faces.map(({ rule, name, severity }) => [
          name,
          createRule(rule, ask, (finding) => finding.severity === severity),
        ]),
      ),
    },
  };
  const recommended: Linter.Config = {
    name: "komponent/recommended",
    plugins: { komponent: plugin },
    rules: {
      "komponent/settings": "error",
      ...Object.fromEntries(
        faces.map(({ name, severity }) => [
          `komponent/${name}`,
          severity === "error" ? ("error" as const) : ("warn" as const),
        ]),
      ),
    },
  };
  return Object.assign(plugin, { configs: { recommended } });
}

interface Face {
  readonly name: string;
  readonly severity: "error" | "warning";
}

function listFaces({ id, severity }: Rule): readonly Face[] {
  if (severity === "warning") return [{ name: id, severity }];
  return [
    { name: id, severity: "error" },
    { name: `${id}-warning`, severity: "warning" },
  ];
}

/** All rules of a run look at the same text: it is checked for the first that asks. */
function askOnce(check: FileChecker): Ask {
  const results = new WeakMap<SourceCode, LintResult>();
  return ({ sourceCode, filename, settings }) => {
    const known = results.get(sourceCode);
    if (known !== undefined) return known;
    const result = check({
      path: filename,
      text: sourceCode.text,
      settings: { name: "settings.komponent", value: settings["komponent"] },
      parse: (file) => ({ scripts: [adoptScript(file, sourceCode)] }),
    });
    results.set(sourceCode, result);
    return result;
  };
}

function adoptScript(file: string, { ast, text }: SourceCode) {
  const comments = (ast.comments ?? []) as unknown as readonly ForeignNode[];
  return createScript(file, text, eraseTypes(ast as unknown as ForeignNode), adoptComments(comments));
}

function createRule(
  rule: Rule,
  ask: Ask,
  tells: (finding: CollectedFinding) => boolean,
): EslintRule.RuleModule {
  return {
    meta: {
      type: rule.severity === "error" ? "problem" : "suggestion",
      docs: { description: rule.title, url: pageOf(rule.id), recommended: true },
      schema: [],
      ...(rule.mends === true && { fixable: "code" as const }),
    },
    create: (context) => ({
      Program() {
        for (const finding of ask(context).findings)
          if (finding.rule === rule.id && tells(finding)) context.report(describeReport(finding));
      },
    }),
  };
}

function describeReport(finding: CollectedFinding): EslintRule.ReportDescriptor {
  const { line, column, edits } = finding;
  return {
    loc: { line: line ?? 1, column: (column ?? 1) - 1 },
    message: describeFinding(finding),
    ...(edits.length > 0 && {
      fix: (fixer) => edits.map(({ start, end, text }) => fixer.replaceTextRange([start, end], text)),
    }),
  };
}

/** A file whose settings are broken is not checked, and that must not look like a pass. */
function createSettingsRule(ask: Ask): EslintRule.RuleModule {
  return {
    meta: {
      type: "problem",
      docs: {
        description: "check.json and the settings of the plugin can be read.",
        url: pageOfSettings(),
        recommended: true,
      },
      schema: [],
    },
    create: (context) => ({
      Program() {
        for (const problem of ask(context).problems)
          context.report({ loc: { line: 1, column: 0 }, message: describeProblem(problem) });
      },
    }),
  };
}
