import stylelint, { type PostcssResult } from "stylelint";
import { rules } from "../../src/checker";
import { createStylesheet } from "../../src/checker/style/create-stylesheet";
import { blankPreprocessed, type StyleNode } from "./blank-preprocessed";
import { createFileChecker, type FileChecker, type LintResult } from "./create-file-checker";
import { describeFinding, describeProblem, pageOf, pageOfSettings } from "./describe-finding";

type Root = Parameters<ReturnType<stylelint.RuleBase>>[0];
type Plugin = Extract<stylelint.Plugin, { readonly ruleName: string }>;
type Told = {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly severity: stylelint.Severity;
};

const settingsRule = "komponent/settings";
const optionsName = "options";
/** What Stylelint takes beside a rule's own options. */
const reserved = new Set(["severity", "message", "url", "disableFix", "reportDisables"]);

/**
 * The checker's rules as rules of Stylelint, each finding in the severity that the check gives it. What the check only
 * notes is not told here.
 */
export function createStylelintPlugin(): {
  readonly plugins: Plugin[];
  readonly recommended: stylelint.Config;
} {
  const ask = askOnce(createFileChecker("style"));
  const shown = rules.filter(({ shownIn }) => shownIn?.includes("style"));
  const plugins = [
    createRule(settingsRule, pageOfSettings(), ask, ({ problems }) =>
      problems
        .filter(({ file }) => file !== optionsName)
        .map((problem) => ({ message: describeProblem(problem), line: 1, column: 1, severity: "error" })),
    ),
    ...shown.map(({ id }) =>
      createRule(`komponent/${id}`, pageOf(id), ask, ({ findings }) =>
        findings
          .filter(({ rule }) => rule === id)
          .flatMap(({ severity, line, column, ...finding }) =>
            severity === "error" || severity === "warning"
              ? [{ message: describeFinding(finding), line: line ?? 1, column: column ?? 1, severity }]
              : [],
          ),
      ),
    ),
  ];
  const names = plugins.map(({ ruleName }) => [ruleName, true] as const);
  return { plugins, recommended: { plugins, rules: Object.fromEntries(names) } };
}

type Ask = (root: Root, options: unknown) => LintResult;

/** All rules of a run look at the same sheet: it is checked once for all that have the same options. */
function askOnce(check: FileChecker): Ask {
  const results = new WeakMap<Root, Map<string, LintResult>>();
  return (root, value) => {
    const known = results.get(root) ?? new Map<string, LintResult>();
    results.set(root, known);
    const key = JSON.stringify(value) ?? "";
    const result = known.get(key) ?? checkRoot(check, root, value);
    known.set(key, result);
    return result;
  };
}

function checkRoot(check: FileChecker, root: Root, value: unknown): LintResult {
  const input = root.source?.input;
  const path = input?.file ?? "";
  if (input === undefined || !/\.s?css$/i.test(path)) return { findings: [], problems: [] };
  const text = input.css;
  return check({
    path,
    text,
    settings: { name: optionsName, value },
    parse: (file) => ({
      stylesheets: /\.css$/i.test(path)
        ? []
        : [createStylesheet(file, blankPreprocessed(root as StyleNode, text))],
    }),
  });
}

function createRule(
  ruleName: string,
  url: string,
  ask: Ask,
  select: (result: LintResult) => readonly Told[],
): Plugin {
  const rule: stylelint.RuleBase = (primary, secondary) => (root, result) => {
    if (primary !== true) return complain(result, `Invalid value for "${ruleName}". Expected: true.`);
    const answer = ask(root, readOptions(secondary));
    for (const problem of answer.problems)
      if (problem.file === optionsName)
        complain(result, `Invalid option for "${ruleName}". ${describeFinding(problem)}`);
    for (const { message, line, column, severity } of select(answer))
      stylelint.utils.report({
        result,
        ruleName,
        message,
        node: root,
        start: { line, column },
        end: { line, column: column + 1 },
        // What the configuration calls a warning stays one.
        severity: result.stylelint.ruleSeverities[ruleName] === "warning" ? "warning" : severity,
      });
  };
  return { ruleName, rule: Object.assign(rule, { ruleName, messages: {}, meta: { url } }) };
}

/** What the rule's second option holds for the checker; undefined where it holds nothing. */
function readOptions(secondary: unknown): unknown {
  if (typeof secondary !== "object" || secondary === null) return undefined;
  const own = Object.entries(secondary).filter(([key]) => !reserved.has(key));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

function complain(result: PostcssResult, text: string): void {
  result.warn(text, { stylelintType: "invalidOption" });
  result.stylelint.stylelintError = true;
}
