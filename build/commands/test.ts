import { spawn } from "node:child_process";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";

interface Step {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Runs the repository's own tests: types, lint, format, then Vitest with its three projects. With filters only
 * Vitest runs, on the files whose paths hold one of them. Gives 0 when every step did.
 */
export async function runTests(filters: readonly string[]): Promise<number> {
  const steps = filters.length > 0 ? [vitest(filters)] : [...staticSteps, vitest([])];
  for (const step of steps) {
    console.log(`\n> ${step.title}`);
    const code = await runStep(step);
    if (code !== 0) return code;
  }
  return 0;
}

const staticSteps: readonly Step[] = [
  { title: "types", command: "tsc", args: ["-p", "tsconfig.json"] },
  { title: "lint", command: "oxlint", args: ["--deny-warnings"] },
  { title: "format", command: "oxfmt", args: ["--check"] },
];

function vitest(filters: readonly string[]): Step {
  return { title: "tests", command: "vitest", args: ["run", ...filters] };
}

function runStep({ command, args }: Step): Promise<number> {
  const packageRoot = findPackageRoot();
  return new Promise((resolve, reject) => {
    const child = spawn(join(packageRoot, "node_modules", ".bin", command), args, {
      cwd: packageRoot,
      stdio: "inherit",
      // Vite announces that some day its configuration may import no TypeScript without an extension; ours does.
      env: { ...process.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" },
      shell: process.platform === "win32",
    });
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
