import { defineConfig } from "vitest/config";
import { hostModules } from "./src/testing/vitest";

const jsx = { oxc: { jsx: { runtime: "automatic" as const, importSource: "preact" } } };
const never = ["**/node_modules/**", "**/dist/**", "**/fixtures/**"];

/** These look at what a document that is not shared does. */
const alone = ["src/runtime/life.dom.test.tsx", "src/testing/render-area.dom.test.tsx"];

/** Tests in happy-dom share their modules: to load them anew for each file took longer than the tests. */
function dom(name: string, files: { include: string[]; exclude: string[]; isolate?: boolean }) {
  return {
    ...jsx,
    plugins: [hostModules()],
    test: {
      name,
      environment: "happy-dom",
      setupFiles: ["./test/setup-dom.ts"],
      testTimeout: 20_000,
      isolate: false,
      ...files,
    },
  };
}

/**
 * Three kinds of tests, told apart by their names: `*.test.ts` in Node, `*.dom.test.tsx` in happy-dom,
 * `*.browser.test.ts` in Node with a real Chromium beside it. The last start first, because they take longest; each has
 * its own server, browser and folders, so that files run side by side.
 */
export default defineConfig({
  test: {
    // Vitest leaves one core to itself; of two that is half.
    maxWorkers: "100%",
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
      dom("dom", {
        include: ["{src,build,test,widget}/**/*.dom.test.{ts,tsx}"],
        exclude: [...never, ...alone],
      }),
      dom("dom alone", { include: alone, exclude: never, isolate: true }),
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
