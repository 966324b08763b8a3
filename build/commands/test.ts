import { readdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../src/manifest/problem";
import { findChromium } from "../browser/find-chromium";
import { findPackageRoot } from "../package-root";
import { printProblems } from "../print-problem";
import { runPackage } from "../testing/run-package";
import { formatCount, runVitest, type Count } from "../testing/run-vitest";
import { checkTypeProgram, listTypePrograms, prepareTypePrograms } from "../testing/type-programs";

/**
 * Runs the repository's own tests: types of every program, lint, format, then Vitest. With filters only Vitest runs,
 * on the files whose paths hold one of them. Goes on after a failure; the last line counts: a check of types, lint or
 * format is one test. Gives 0 when nothing failed.
 */
export async function runTests(filters: readonly string[]): Promise<number> {
  const checks = filters.length > 0 ? [] : await runChecks();
  const failed = checks.filter((passed) => !passed).length;
  const tests = await runVitestWithBrowser(filters);
  const total: Count = {
    passed: checks.length - failed + tests.passed,
    failed: failed + tests.failed,
    skipped: tests.skipped,
  };
  console.log(`\n${formatCount(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function runChecks(): Promise<boolean[]> {
  const results = [await runCheck("manifests and texts", prepareTypePrograms)];
  for (const program of listTypePrograms()) {
    results.push(
      await runCheck(program.title, async () => {
        const problems = await checkTypeProgram(program);
        if (problems.length > 0) throw new UserError(problems);
      }),
    );
  }
  results.push(await runCheck("lint", () => requirePackage("oxlint", ["--deny-warnings"])));
  results.push(await runCheck("format", () => requirePackage("oxfmt", ["--check"])));
  return results;
}

async function runCheck(title: string, check: () => Promise<void>): Promise<boolean> {
  console.log(`> ${title}`);
  try {
    await check();
    return true;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printProblems(error.problems);
    return false;
  }
}

/** The program has said what is wrong; there is nothing to add. */
async function requirePackage(name: string, args: readonly string[]): Promise<void> {
  if ((await runPackage(name, args)) !== 0) throw new UserError([]);
}

async function runVitestWithBrowser(filters: readonly string[]): Promise<Count> {
  console.log("> tests");
  const withoutBrowser = { filters, projects: ["node", "dom", "dom alone"] };
  if (!listBrowserTests().some((file) => matches(file, filters))) return runVitest(withoutBrowser);
  try {
    const chromium = findChromium((step) => console.log(`  ${step}`));
    return await runVitest({ filters, environment: { CHROMIUM_PATH: chromium } });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    printProblems(error.problems);
    const tests = await runVitest(withoutBrowser);
    return { ...tests, failed: tests.failed + 1 };
  }
}

function listBrowserTests(): string[] {
  const root = findPackageRoot();
  return ["src", "build", "test"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith(".browser.test.ts")),
  );
}

function matches(file: string, filters: readonly string[]): boolean {
  return filters.length === 0 || filters.some((filter) => file.includes(filter));
}
