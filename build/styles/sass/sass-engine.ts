import { dirname } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CompileResult, Exception, SourceSpan, StringOptions } from "sass";

/** What Sass made of a file. */
export interface SassResult {
  readonly css: string;
  /** JSON; its sources are file addresses. */
  readonly map: string;
  /** Absolute paths of every file that went into it. */
  readonly sources: readonly string[];
  readonly warnings: readonly SassMessage[];
}

export interface SassMessage {
  readonly text: string;
  /** Where it arose; null where Sass does not say. Line and column count from 1. */
  readonly place: { readonly file: string; readonly line: number; readonly column: number } | null;
  /** The line of the source there. */
  readonly line: string | null;
}

/** The name under which Sass knows the text around a file; it appears in source maps. */
export const wrapperName = "komponent-root.scss";

/** Sass cannot compile what the author wrote. */
export class SassFailure extends Error {
  constructor(readonly details: SassMessage) {
    super(details.text);
  }
}

export interface SassEngine {
  /**
   * Compiles a file, by its absolute path, as if it stood inside `root { … }`.
   *
   * @throws SassFailure
   */
  compile(file: string, root: string): Promise<SassResult>;
  dispose(): Promise<void>;
}

/**
 * Starts Sass: the native compiler (sass-embedded) where it is installed, which is five times as fast, else the one
 * in JavaScript. Dispose it, or its process stays.
 */
export async function createSassEngine(): Promise<SassEngine> {
  return (await startNativeSass()) ?? startPortableSass();
}

/** Null where sass-embedded is missing, or has no binary for this system. */
export async function startNativeSass(): Promise<SassEngine | null> {
  // Named by a variable, because types must be right without the package too. It has those of "sass".
  const name = "sass-embedded";
  try {
    const sass = (await import(name)) as Sass;
    const compiler = await sass.initAsyncCompiler();
    return {
      compile: (file, root) =>
        compile(file, root, sass, (text, options) => compiler.compileStringAsync(text, options)),
      dispose: () => compiler.dispose(),
    };
  } catch {
    return null;
  }
}

/** Its synchronous calls take half as long as the others. */
export async function startPortableSass(): Promise<SassEngine> {
  const sass = await import("sass");
  const compiler = sass.initCompiler();
  return {
    compile: (file, root) =>
      compile(file, root, sass, async (text, options) => compiler.compileString(text, options)),
    dispose: async () => compiler.dispose(),
  };
}

type Sass = typeof import("sass");
type Options = StringOptions<"sync"> & StringOptions<"async">;
type CompileString = (text: string, options: Options) => Promise<CompileResult>;

async function compile(file: string, root: string, sass: Sass, run: CompileString): Promise<SassResult> {
  const warnings: SassMessage[] = [];
  const url = pathToFileURL(file);
  const text = `@use "sass:meta";\n${root} { @include meta.load-css(${JSON.stringify(url.href)}); }`;
  try {
    const result = await run(text, {
      url: new URL(wrapperName, url),
      sourceMap: true,
      charset: false,
      quietDeps: true,
      importers: [new sass.NodePackageImporter(dirname(file))],
      logger: {
        warn: (text, { span }) => void warnings.push(describe(text, span)),
        debug: (text, { span }) => void warnings.push(describe(`@debug: ${text}`, span)),
      },
    });
    const sources = result.loadedUrls
      .filter(({ href }) => href.startsWith("file:") && !href.endsWith(wrapperName))
      .map((source) => fileURLToPath(source));
    return { css: result.css, map: JSON.stringify(result.sourceMap), sources, warnings };
  } catch (error) {
    if (!isSassException(error)) throw error;
    throw new SassFailure(describe(error.sassMessage, error.span));
  }
}

function isSassException(error: unknown): error is Exception {
  return error instanceof Error && "sassMessage" in error && "span" in error;
}

function describe(text: string, span: SourceSpan | undefined): SassMessage {
  const place = placeOf(span);
  return {
    text: firstLine(text),
    place,
    line: place === null ? null : firstLine(span?.context ?? "") || null,
  };
}

function placeOf(span: SourceSpan | undefined): SassMessage["place"] {
  if (span?.url === undefined || span.url.protocol !== "file:") return null;
  return { file: fileURLToPath(span.url), line: span.start.line + 1, column: span.start.column + 1 };
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
