import type { AnyNode, Comment } from "../engines/javascript";
import type { Script } from "./create-script";

/** A part of a bundle that came from a library. */
export interface LibraryRange {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Texts that a library carries through every minifier. */
const signatures: readonly (readonly [text: string, name: string])[] = [
  ["jQuery requires a window with a document", "jquery"],
  ["react.dev/errors/", "react"],
  ["reactjs.org/docs/error-decoder", "react"],
  ["__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED", "react"],
  ["vuejs.org/error-reference", "vue"],
  ["[Vue warn]", "vue"],
  ["__lodash_hash_undefined__", "lodash"],
  ["zloirock/core-js", "core-js"],
  ["Generator is already running", "regenerator-runtime"],
  ["AxiosError", "axios"],
  ["moment construction falls back", "moment"],
  ["data-styled-version", "styled-components"],
  ["Failed to create chart: can't acquire", "chart.js"],
  ["ql-container", "quill"],
  ["cropper-crop-box", "cropperjs"],
  ["flatpickr-calendar", "flatpickr"],
  ["swiper-initialized", "swiper"],
  ["daterangepicker", "daterangepicker"],
  ["sweetalert2", "sweetalert2"],
  ["Select2", "select2"],
];

const packagePath = /node_modules\/(?:\.pnpm\/[^/]+\/node_modules\/)?((?:@[\w.-]+\/)?[\w.-]+)\//;
/** A path inside a package as it is published, without the folder that it was installed to: "preact/dist/preact.mjs". */
const publishedPath =
  /^\s*(?:((?:@[\w.-]+\/)?[\w.-]+)\/(?:[\w.-]+\/)*(?:dist|lib|esm?|cjs|umd|build)\/[\w./-]+\.[cm]?js|(komponent)\/[\w./-]+\.tsx?)\s*$/;
const sourcePath =
  /^[\s!*]*(?:\.{0,2}\/)?(?:webpack\/|[\w@.-]+\/)*[\w@.[\]-]+\.(?:[cm]?[jt]sx?|vue|svelte|s?css|json)[\s!*]*$/;

/**
 * Finds the libraries inside a bundle: by the comments and keys with which a bundler marks its modules, by licence
 * banners, and by texts that no minifier changes. What none of them tells counts as the author's own.
 */
export function findLibraryRanges(script: Script): readonly LibraryRange[] {
  return [
    ...fromPathComments(script),
    ...fromKeys(script),
    ...fromBanners(script),
    ...fromSignatures(script),
  ];
}

function nameOfPackage(comment: string): string | undefined {
  const published = publishedPath.exec(comment);
  return packagePath.exec(comment)?.[1] ?? published?.[1] ?? published?.[2];
}

/** esbuild and Rollup write "// node_modules/x/index.js" before a module, webpack "!*** ./node_modules/x ***!". */
function fromPathComments({ comments, source }: Script): LibraryRange[] {
  const marks = comments.filter(
    ({ value }) => value.length < 500 && (sourcePath.test(value) || packagePath.test(value)),
  );
  return marks.flatMap((mark, index) => {
    const name = nameOfPackage(mark.value);
    const end = marks[index + 1]?.start ?? source.length;
    return name === undefined ? [] : [{ name, start: mark.start, end }];
  });
}

function fromKeys(script: Script): LibraryRange[] {
  return script.nodesOf("Property").flatMap(({ key, value }) => {
    const name =
      key.type === "Literal" && typeof key.value === "string" ? packagePath.exec(key.value)?.[1] : undefined;
    return name === undefined ? [] : [{ name, start: value.start, end: value.end }];
  });
}

/** No bundle has more libraries; each mark costs a way up the tree. */
const mostMarks = 500;

function fromBanners(script: Script): LibraryRange[] {
  const banners = script.comments.filter(isBanner).slice(0, mostMarks);
  if (banners.length === 0) return [];
  const statements = listStatements(script);
  return banners.flatMap((banner) => {
    const statement = statements.find((node) => node.start >= banner.end);
    if (statement === undefined || statement.start - banner.end > 300) return [];
    const { start, end } = findModule(statement) ?? statement;
    return [{ name: nameInBanner(banner), start, end }];
  });
}

function isBanner({ type, value }: Comment): boolean {
  if (type !== "Block" || /For license information please see/.test(value)) return false;
  return (
    /^!|@license|@preserve/.test(value) &&
    /licen[cs]e|\bMIT\b|\bBSD\b|Apache|copyright|\(c\)|\bv?\d+\.\d+\.\d+/i.test(value)
  );
}

function nameInBanner({ value }: Comment): string {
  const line = value.split("\n").find((text) => /\w/.test(text)) ?? "";
  return (
    line
      .replace(/^[\s*!]+|@\w+/g, "")
      .trim()
      .slice(0, 40) || "with a licence banner"
  );
}

function listStatements(script: Script): readonly AnyNode[] {
  const types = ["ExpressionStatement", "FunctionDeclaration", "VariableDeclaration", "IfStatement"] as const;
  // Of several that begin at one place the longest comes first.
  return types
    .flatMap((type) => [...script.nodesOf(type)])
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

function fromSignatures(script: Script): LibraryRange[] {
  const known = signatures.filter(([text]) => script.source.includes(text));
  if (known.length === 0) return [];
  const texts: readonly AnyNode[] = [...script.nodesOf("Literal"), ...script.nodesOf("TemplateElement")];
  const found = texts.flatMap((node) => {
    const text = script.source.slice(node.start, Math.min(node.end, node.start + 1000));
    const name = known.find(([signature]) => text.includes(signature))?.[1];
    return name === undefined ? [] : [{ node, name }];
  });
  return found.slice(0, mostMarks).map(({ node, name }) => {
    const isOnlyThis = (range: AnyNode) => !holdsMore(script, range, name, found);
    const module = findModule(node);
    const { start, end } = module !== null && isOnlyThis(module) ? module : findStatement(node, isOnlyThis);
    return { name, start, end };
  });
}

/** No library is longer, in its smallest form. */
const longestLibrary = 200_000;
/** What only a widget's own code asks the CRM for. */
const widgetSigns = /\b(?:bind_actions|onSave|get_settings|render_template|widget_code|AMOCRM)\b/;

/** True for a part of a bundle that holds other libraries too, or the widget itself. */
function holdsMore(
  { source }: Script,
  { start, end }: AnyNode,
  name: string,
  found: readonly { readonly node: AnyNode; readonly name: string }[],
): boolean {
  if (end - start > longestLibrary) return true;
  if (found.some((other) => other.name !== name && other.node.start >= start && other.node.end <= end))
    return true;
  return widgetSigns.test(source.slice(start, end));
}

/** The function that a bundler made of the module around a node: a value in its table of modules. */
function findModule(node: AnyNode): AnyNode | null {
  for (let at: AnyNode | null = node; at !== null; at = at.parent) {
    if (!/^(?:Arrow)?Function/.test(at.type)) continue;
    const holder = at.parent;
    const table = holder?.type === "Property" ? holder.parent : holder;
    if (table?.type === "ArrayExpression" && table.elements.length > 1) return at;
    if (table?.type === "ObjectExpression" && table.properties.length > 1 && table.properties.every(isModule))
      return at;
  }
  return null;
}

function isModule(property: {
  readonly type: string;
  readonly key?: unknown;
  readonly value?: unknown;
}): boolean {
  const key = property.key as AnyNode | undefined;
  const isNumbered =
    key?.type === "Literal" || (key?.type === "Identifier" && /^[a-z0-9]{4,}$/.test(key.name));
  return isNumbered && /^(?:Arrow)?Function/.test((property.value as AnyNode).type);
}

/** The largest statement or declaration around a node that is still the library's alone. */
function findStatement(node: AnyNode, isOnlyThis: (range: AnyNode) => boolean): AnyNode {
  let found = node;
  for (let at: AnyNode | null = node; at !== null; at = at.parent) {
    const isRange =
      at.type === "VariableDeclarator" ||
      (/(?:Statement|Declaration)$/.test(at.type) &&
        at.type !== "BlockStatement" &&
        at.type !== "VariableDeclaration");
    if (!isRange) continue;
    if (!isOnlyThis(at)) break;
    found = at;
  }
  return found;
}
