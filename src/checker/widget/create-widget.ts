import { createJsonDocument, type JsonDocument } from "../json/json-document";
import { parseScript, type Script, type SyntaxFault } from "../script/create-script";
import { findCallbacks, type Callback } from "../script/find-callbacks";
import { findLibraryRanges, type LibraryRange } from "../script/find-library-ranges";
import { createStylesheet, type Stylesheet } from "../style/create-stylesheet";
import {
  findJsonReferences,
  findScriptReferences,
  findStyleReferences,
  findTemplateReferences,
  type Reference,
} from "./collect-references";
import { classifySource, type SourceOrigin } from "./classify-source";
import { findUsedFiles } from "./find-used-files";
import { createHasher } from "./hash-files";
import { lazy, lazyBy, memoize } from "./lazy";
import { findAddresses, listAddresses, type Address } from "./list-addresses";
import { viewManifest, type ManifestView } from "./manifest-view";
import { readImage, type ImageHeader } from "../images/read-image";
import { listStrings, type LocaleString } from "../texts/list-strings";
import {
  createLocator,
  decodeText,
  isScriptName,
  isStyleName,
  isTextName,
  type Position,
  type TextFile,
} from "./text-file";
import { selectFiles } from "./select-files";
import type { ReadWidget } from "./widget-files";

/**
 * The widget under the rules' eyes. Every part is read at the first question and kept, so that however many rules
 * ask, nothing is parsed twice, and what no rule of the profile asks for is not parsed at all.
 */
export interface Widget extends ReadWidget {
  readonly manifest: ManifestView;
  /** Text files that are too big to be looked into: no rule but KM113 says anything about them. */
  readonly oversized: readonly string[];
  /** The text files, by their names. */
  readonly texts: readonly TextFile[];
  text(file: string): TextFile | null;
  json(file: string): JsonDocument | null;
  /** Every i18n/<locale>.json, whether the manifest lists it or not. */
  readonly locales: ReadonlyMap<string, JsonDocument>;
  /** Every text of the listed languages. */
  readonly strings: readonly LocaleString[];
  readonly scripts: readonly Script[];
  /** The .js files that cannot be parsed. */
  readonly brokenScripts: readonly (SyntaxFault & { readonly file: string })[];
  readonly stylesheets: readonly Stylesheet[];
  /** The .html, .htm and .twig files. */
  readonly templates: readonly TextFile[];
  readonly images: readonly (ImageHeader & { readonly file: string; readonly size: number })[];
  image(file: string): ImageHeader | null;
  originOf(file: string): SourceOrigin;
  /** The parts of a script that came from libraries. */
  librariesOf(file: string): readonly LibraryRange[];
  /** See `createHasher`. */
  hash(only?: RegExp): Promise<string>;
  /** Every web address in scripts, styles, templates, texts and the manifest; comments aside. */
  readonly addresses: readonly Address[];
  /** What the scripts give to the host as `callbacks`; those of libraries are none. */
  readonly callbacks: readonly Callback[];
  /** Files that something in the widget uses: see `findUsedFiles`. */
  readonly usedFiles: ReadonlySet<string>;
  /** The texts of a file that may name other files. */
  referencesOf(file: string): readonly Reference[];
  positionOf(file: string, offset: number): Position;
  /** What a function reads from the widget, read once however many rules ask. */
  once<T>(read: (widget: Widget) => T): T;
}

/** Files in a language that the checker has no parser for, read by a tool that has one. */
export interface ParsedSources {
  readonly scripts?: readonly Script[];
  readonly stylesheets?: readonly Stylesheet[];
}

export function createWidget(read: ReadWidget, given: ParsedSources = {}): Widget {
  const { names, oversized } = selectFiles(read.files);
  const unread = new Set(oversized);
  const named = (pattern: RegExp) => names.filter((name) => pattern.test(name));
  const text = lazyBy((file: string) => {
    const bytes = read.files.get(file);
    return bytes === undefined || unread.has(file) ? null : decodeText(file, bytes);
  });
  const textOf = (file: string) => text(file)?.text ?? "";
  const json = lazyBy((file: string) =>
    text(file) === null ? null : createJsonDocument(file, textOf(file)),
  );
  const givenScripts = new Map(given.scripts?.map((script) => [script.file, script]));
  const givenSheets = new Map(given.stylesheets?.map((sheet) => [sheet.file, sheet]));
  const parsed = lazy(() =>
    names
      .filter((name) => givenScripts.has(name) || /\.js$/i.test(name))
      .map((file) => ({ file, result: givenScripts.get(file) ?? parseScript(file, textOf(file)) })),
  );
  const image = lazyBy((file: string) => {
    const bytes = read.files.get(file);
    return bytes === undefined ? null : readImage(bytes);
  });
  const origin = lazyBy((file: string) => classifySource(file, textOf(file)));
  const locate = lazyBy((file: string) => createLocator(textOf(file)));

  const parts = {
    manifest: lazy(() => viewManifest(json("manifest.json"))),
    texts: lazy(() => names.filter(isTextName).map((name) => text(name) as TextFile)),
    locales: lazy(
      () =>
        new Map(
          named(/^i18n\/[^/]+\.json$/).map(
            (file) => [file.slice(5, -5), json(file) as JsonDocument] as const,
          ),
        ),
    ),
    scripts: lazy(() => parsed().flatMap(({ result }) => ("program" in result ? [result] : []))),
    brokenScripts: lazy(() =>
      parsed().flatMap(({ file, result }) => ("program" in result ? [] : [{ file, ...result }])),
    ),
    stylesheets: lazy(() =>
      names
        .filter((name) => givenSheets.has(name) || /\.css$/i.test(name))
        .map((file) => givenSheets.get(file) ?? createStylesheet(file, textOf(file))),
    ),
    templates: lazy(() => named(/\.(?:html?|twig)$/i).map((name) => text(name) as TextFile)),
    images: lazy(() =>
      named(/\.(?:png|jpe?g|gif|webp|svg|bmp|ico)$/i).map((file) => ({
        file,
        size: (read.files.get(file) as Uint8Array).length,
        ...(image(file) as ImageHeader),
      })),
    ),
  };
  const scriptOf = lazy(() => new Map(parts.scripts().map((script) => [script.file, script])));
  const sheetOf = lazy(() => new Map(parts.stylesheets().map((sheet) => [sheet.file, sheet])));
  const referencesOf = lazyBy((file: string): readonly Reference[] => {
    const script = isScriptName(file) ? scriptOf().get(file) : undefined;
    if (script !== undefined) return findScriptReferences(script);
    const sheet = isStyleName(file) ? sheetOf().get(file) : undefined;
    if (sheet !== undefined) return findStyleReferences(sheet);
    const document = /\.json$/i.test(file) ? json(file) : null;
    if (document !== null) return findJsonReferences(document);
    return isTextName(file) ? findTemplateReferences({ file, text: textOf(file), isUtf8: true }) : [];
  });
  const strings = lazy(() =>
    widget.manifest.locales.flatMap((locale) => {
      const document = widget.locales.get(locale);
      return document === undefined ? [] : listStrings(locale, document);
    }),
  );
  const addresses = lazy(() =>
    names.flatMap((file) =>
      /\.(?:html?|twig)$/i.test(file)
        ? findAddresses(file, textOf(file))
        : referencesOf(file).flatMap(listAddresses),
    ),
  );
  const usedFiles = lazy(() => findUsedFiles(widget));
  const callbacks = lazy(() =>
    findCallbacks(parts.scripts().filter(({ file }) => origin(file) !== "library")),
  );
  const widget: Widget = {
    ...read,
    oversized,
    text,
    json,
    image,
    originOf: origin,
    librariesOf: lazyBy((file: string) => {
      const script = scriptOf().get(file);
      return script === undefined ? [] : findLibraryRanges(script);
    }),
    hash: createHasher(read.files),
    referencesOf,
    positionOf: (file, offset) => locate(file)(offset),
    once: memoize(() => widget),
    get manifest() {
      return parts.manifest();
    },
    get texts() {
      return parts.texts();
    },
    get locales() {
      return parts.locales();
    },
    get strings() {
      return strings();
    },
    get scripts() {
      return parts.scripts();
    },
    get brokenScripts() {
      return parts.brokenScripts();
    },
    get stylesheets() {
      return parts.stylesheets();
    },
    get templates() {
      return parts.templates();
    },
    get images() {
      return parts.images();
    },
    get addresses() {
      return addresses();
    },
    get callbacks() {
      return callbacks();
    },
    get usedFiles() {
      return usedFiles();
    },
  };
  return widget;
}
