import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { bundle } from "../../build/bundler";
import { findPackageRoot } from "../../build/package-root";
import { createHostImports } from "../../build/script/import-host-modules";
import { banner, wrapAmd } from "../../build/script/wrap-amd";

const root = findPackageRoot();
const folder = join(root, "src", "runtime", "fixtures", "sizes");

interface Script {
  readonly text: string;
  /** Bytes after gzip at its best, as a server sends it. */
  readonly size: number;
}

/** Bundles as the compiler does. */
async function compile(contents: string, { minify = true, styles = false } = {}): Promise<Script> {
  const host = createHostImports();
  const { files, errors, metafile } = await bundle({
    absWorkingDir: root,
    stdin: { contents, resolveDir: folder, loader: "tsx" },
    outfile: join(root, "script.js"),
    bundle: true,
    format: "esm",
    banner: { js: banner },
    target: "es2020",
    define: {
      KOMPONENT_ROOT: '"hello"',
      KOMPONENT_STYLES: String(styles),
      KOMPONENT_JSON_FIELDS: "[]",
      KOMPONENT_CUSTOM_FIELD: '""',
    },
    jsx: "automatic",
    jsxImportSource: "preact",
    minify,
    plugins: [host.plugin],
  });
  expect(errors).toEqual([]);
  const inputs = Object.keys(metafile.outputs["script.js"]?.inputs ?? {});
  const dependencies = inputs.map((input) => host.dependencyOf(input)).filter((item) => item !== undefined);
  const text = wrapAmd(new TextDecoder().decode(files.get("script.js")), [...new Set(dependencies)]);
  return { text, size: gzipSync(text, { level: 9 }).length };
}

const entry = (name: string) => `export { default } from "./${name}";`;

describe("what the runtime costs every page of the CRM", () => {
  it("is 1.9 KB beside the same view mounted by hand", async () => {
    const [byHand, hello] = [await compile(entry("by-hand")), await compile(entry("hello"))];

    expect(hello.size - byHand.size).toBeLessThanOrEqual(1900);
  });

  it("is 1.9 KB with a style sheet too", async () => {
    const [byHand, hello] = [
      await compile(entry("by-hand")),
      await compile(entry("hello"), { styles: true }),
    ];

    expect(hello.size - byHand.size).toBeLessThanOrEqual(1900);
  });

  it.each([
    ["hello", true, 7000],
    ["hello", false, 8300],
    ["hello-state", true, 7900],
    ["hello-state", false, 9200],
  ])("keeps the budget of %s (minified: %s), %d bytes", async (name, minify, budget) => {
    expect((await compile(entry(name), { minify })).size).toBeLessThanOrEqual(budget);
  });

  it.each<[string, string, RegExp]>([
    ["hooks", "hello", /useState|__H|RAF|requestAnimationFrame\(/],
    ["the REST client", "hello", /\/api\/v4/],
    ["settings", "hello", /widget_settings_block/],
    ["lists", "hello", /default-overlay|js-widgets-active/],
    ["the automation", "hello", /send_widget_hook/],
    ["the host's windows", "hello", /lib\/components\/base\/modal/],
    ["style.css", "hello", /stylesheet/],
  ])("does not hold %s where a widget uses none", async (_what, name, trace) => {
    expect((await compile(entry(name), { minify: false })).text).not.toMatch(trace);
  });

  it("takes from the page only what the widget needs", async () => {
    expect((await compile(entry("hello"))).text).toMatch(/^define\(\["jquery"\]/);
  });
});
