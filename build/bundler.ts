import {
  build,
  context,
  transform,
  transformSync,
  type BuildOptions,
  type Message,
  type Metafile,
} from "esbuild";

export type { Message, Metafile, OnLoadResult, OnResolveArgs, OnResolveResult, Plugin } from "esbuild";

/** What one run of the bundler gave. Where `errors` is not empty, there are no files. */
export interface BundleResult {
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
  /** Path relative to the working directory → bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: Metafile;
}

export interface Bundler {
  run(): Promise<BundleResult>;
  dispose(): Promise<void>;
}

export type BundleOptions = Omit<BuildOptions, "write" | "metafile" | "logLevel" | "absWorkingDir"> & {
  readonly absWorkingDir: string;
};

/**
 * esbuild behind one file of ours: it never prints, never writes, and tells faults of the sources as a result. This
 * one bundles once.
 */
export async function bundle(options: BundleOptions): Promise<BundleResult> {
  return collect(() => build(complete(options)), options.absWorkingDir);
}

/** A bundler that keeps what it parsed, for runs that follow a small change. Dispose it, or the process stays. */
export async function createBundler(options: BundleOptions): Promise<Bundler> {
  const kept = await context(complete(options));
  return {
    run: () => collect(() => kept.rebuild(), options.absWorkingDir),
    dispose: () => kept.dispose(),
  };
}

/**
 * Turns one TypeScript or JavaScript text into JavaScript without types and JSX, without looking at its imports;
 * throws esbuild's own failure.
 */
export async function stripTypes(text: string, file: string): Promise<{ code: string; map: string }> {
  return transform(text, {
    loader: /\.[cm]?ts$/.test(file) ? "ts" : "tsx",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcefile: file,
    sourcemap: "external",
    logLevel: "silent",
  });
}

/** The same for TypeScript without JSX, for callers that cannot wait; without a map, and slower by a process. */
export function stripTypesAtOnce(text: string): string {
  return transformSync(text, { loader: "ts", logLevel: "silent" }).code;
}

/** Writes a sheet as short as it goes; what browsers understand stays the same. */
export async function minifyStyles(css: string): Promise<string> {
  const { code } = await transform(css, { loader: "css", minify: true, charset: "utf8", logLevel: "silent" });
  return code;
}

type Completed = BundleOptions & { write: false; metafile: true; logLevel: "silent" };

function complete(options: BundleOptions): Completed {
  return { ...options, write: false, metafile: true, logLevel: "silent" };
}

async function collect(
  run: () => ReturnType<typeof build<Completed>>,
  workingDirectory: string,
): Promise<BundleResult> {
  try {
    const { warnings, outputFiles, metafile } = await run();
    const files = new Map(
      outputFiles.map(({ path, contents }) => [relativePath(workingDirectory, path), contents]),
    );
    return { errors: [], warnings, files, metafile };
  } catch (error) {
    if (!isBuildFailure(error)) throw error;
    const { errors, warnings } = error;
    return { errors, warnings, files: new Map(), metafile: { inputs: {}, outputs: {} } };
  }
}

function relativePath(folder: string, path: string): string {
  return path.slice(folder.length + 1).replaceAll("\\", "/");
}

function isBuildFailure(error: unknown): error is Error & { errors: Message[]; warnings: Message[] } {
  return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}
