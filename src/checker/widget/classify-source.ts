/** Whose code a file is: written by the author, made by a bundler, or a library that came from elsewhere. */
export type SourceOrigin = "own" | "bundled" | "library";

const libraryNames =
  /(?:^|\/)(?:jquery|underscore|lodash|backbone|moment|select2|vue|react|react-dom|preact|angular|axios|bootstrap|popper|swiper|slick|chart|d3|three|socket\.io|inputmask|sweetalert2?|toastr|datatables|handlebars|mustache|twig|require|normalize|font-awesome|fontawesome|animate|tippy|flatpickr|dropzone|sortable|pdf|xlsx|jszip|crypto-js|core-js|polyfill)(?:[.-][\w.-]*)?\.(?:js|css)$/i;
const bundlerMarks =
  /__webpack_require__|webpackJsonp|webpackChunk|parcelRequire|__toESM\(|__commonJS\(|__esModule|System\.register\(|\/\*! For license information please see/;

/**
 * Tells by name, banner and shape. A banner counts only where the whole file is the library's: a bundler moves the
 * banners of what it bundled to the top as well.
 */
export function classifySource(path: string, text: string): SourceOrigin {
  if (bundlerMarks.test(text) && !isLibraryName(path)) return "bundled";
  if (isLibraryName(path) || hasLibraryBanner(text)) return "library";
  return isCompressed(text) ? "bundled" : "own";
}

function isLibraryName(path: string): boolean {
  return /\.min\.(?:js|css)$/i.test(path) || libraryNames.test(path);
}

// The author's own files may carry a banner too; a library's names a licence or a version.
function hasLibraryBanner(text: string): boolean {
  const banner = /^\ufeff?\s*(?:(?:["']use strict["'];?|;)\s*)?\/\*[!*][\s\S]{0,3000}?\*\//.exec(text)?.[0];
  if (banner === undefined || !/^\ufeff?\s*\S*\s*\/\*!|@license|@preserve/.test(banner)) return false;
  return /licen[cs]e|\bMIT\b|\bBSD\b|Apache|copyright|\(c\)|\bv?\d+\.\d+\.\d+/i.test(banner);
}

/** More than 20 kB in lines of more than 300 characters on average. */
export function isCompressed(text: string): boolean {
  if (text.length <= 20_000) return false;
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return text.length / lines > 300;
}
