import { createJsonDocument, type JsonDocument } from "../json/json-document";
import { parseScript, type Script, type SyntaxFault } from "../script/create-script";
import { createStylesheet, type Stylesheet } from "../style/create-stylesheet";
import { classifySource, type SourceOrigin } from "./classify-source";
import { lazy, lazyBy } from "./lazy";
import { viewManifest, type ManifestView } from "./manifest-view";
import { readImage, type ImageHeader } from "./read-image";
import { createLocator, decodeText, isTextName, type Position, type TextFile } from "./text-file";
import type { ReadWidget } from "./widget-files";

/**
 * The widget under the rules' eyes. Every part is read at the first question and kept, so that however many rules
 * ask, nothing is parsed twice, and what no rule of the profile asks for is not parsed at all.
 */
export interface Widget extends ReadWidget {
  readonly manifest: ManifestView;
  /** The text files, by their names. */
  readonly texts: readonly TextFile[];
  text(file: string): TextFile | null;
  json(file: string): JsonDocument | null;
  /** Every i18n/<locale>.json, whether the manifest lists it or not. */
  readonly locales: ReadonlyMap<string, JsonDocument>;
  readonly scripts: readonly Script[];
  /** The .js files that cannot be parsed. */
  readonly brokenScripts: readonly (SyntaxFault & { readonly file: string })[];
  readonly stylesheets: readonly Stylesheet[];
  /** The .html, .htm and .twig files. */
  readonly templates: readonly TextFile[];
  readonly images: readonly (ImageHeader & { readonly file: string; readonly size: number })[];
  image(file: string): ImageHeader | null;
  originOf(file: string): SourceOrigin;
  positionOf(file: string, offset: number): Position;
}

export function createWidget(read: ReadWidget): Widget {
  const names = [...read.files.keys()].sort();
  const named = (pattern: RegExp) => names.filter((name) => pattern.test(name));
  const text = lazyBy((file: string) => {
    const bytes = read.files.get(file);
    return bytes === undefined ? null : decodeText(file, bytes);
  });
  const textOf = (file: string) => text(file)?.text ?? "";
  const json = lazyBy((file: string) =>
    read.files.has(file) ? createJsonDocument(file, textOf(file)) : null,
  );
  const parsed = lazy(() =>
    named(/\.js$/i).map((file) => ({ file, result: parseScript(file, textOf(file)) })),
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
    stylesheets: lazy(() => named(/\.css$/i).map((file) => createStylesheet(file, textOf(file)))),
    templates: lazy(() => named(/\.(?:html?|twig)$/i).map((name) => text(name) as TextFile)),
    images: lazy(() =>
      named(/\.(?:png|jpe?g|gif|webp|svg|bmp|ico)$/i).map((file) => ({
        file,
        size: (read.files.get(file) as Uint8Array).length,
        ...(image(file) as ImageHeader),
      })),
    ),
  };
  return {
    ...read,
    text,
    json,
    image,
    originOf: origin,
    positionOf: (file, offset) => locate(file)(offset),
    get manifest() {
      return parts.manifest();
    },
    get texts() {
      return parts.texts();
    },
    get locales() {
      return parts.locales();
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
  };
}
