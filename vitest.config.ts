import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { hostModules } from "./src/testing/vitest";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } } };
const never = ["**/node_modules/**", "**/dist/**", "**/fixtures/**"];

/**
 * Three kinds of tests, told apart by their names: `*.test.ts` in Node, `*.dom.test.tsx` in happy-dom,
 * `*.browser.test.ts` in Node with a real Chromium beside it. The last start first, because they take longest; each has
 * its own server, browser and folders, so that files run side by side.
 */
export default defineConfig({
  test: {
    // One more than there are cores: tests in a browser wait for it much of their time, and Vitest leaves one core to itself.
    maxWorkers: availableParallelism() + 1,
    globalSetup: "./test/other-node/other-node.ts",
    projects: [
      {
        ...jsx,
        test: {
          name: "node",
          environment: "node",
          isolate: false,
          testTimeout: 20_000,
          include: ["{src,build,test,widget}/**/*.test.ts"],
          exclude: [...never, "**/*.dom.test.*", "**/*.browser.test.ts"],
        },
      },
      {
        ...jsx,
        plugins: [hostModules()],
        test: {
          name: "dom",
          environment: "happy-dom",
          setupFiles: ["./test/setup-dom.ts"],
          testTimeout: 20_000,
          include: ["{src,build,test,widget}/**/*.dom.test.{ts,tsx}"],
          exclude: never,
        },
      },
      {
        test: {
          name: "browser",
          environment: "node",
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ["{src,build,test}/**/*.browser.test.ts"],
          exclude: never,
        },
      },
    ],
  },
});
