import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../bundler";
import { findPackageRoot } from "../package-root";
import { createHostImports } from "../script/import-host-modules";
import { banner, wrapAmd } from "../script/wrap-amd";

export interface CompiledEntry {
  readonly text: string;
  /** Bytes after gzip at its best, as a server sends it. */
  readonly size: number;
}

export interface EntryOptions {
  readonly minify?: boolean;
  /** Whether the widget has a style.css. */
  readonly styles?: boolean;
}

/**
 * Compiles one of the entries that the runtime is weighed by, as the compiler does: `hello` and `hello-state`, a card
 * without and with hooks, and `by-hand`, the view of `hello` without the framework.
 */
export async function compileEntry(
  name: string,
  { minify = true, styles = false }: EntryOptions = {},
): Promise<CompiledEntry> {
  const root = findPackageRoot();
  const host = createHostImports();
  const { files, errors, metafile } = await bundle({
    absWorkingDir: root,
    stdin: {
      contents: `export { default } from "./${name}";`,
      resolveDir: join(root, "src", "runtime", "fixtures", "sizes"),
      loader: "tsx",
    },
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
  const [error] = errors;
  if (error !== undefined) throw new Error(`${name} does not compile: ${error.text}`);
  const inputs = Object.keys(metafile.outputs["script.js"]?.inputs ?? {});
  const dependencies = inputs.map((input) => host.dependencyOf(input)).filter((item) => item !== undefined);
  const text = wrapAmd(new TextDecoder().decode(files.get("script.js")), [...new Set(dependencies)]);
  return { text, size: gzipSync(text, { level: 9 }).length };
}
