import type { Dependency } from "./import-host-modules";

/**
 * What esbuild puts before the bundle: two lines, so that a source map stays right when the first is replaced by
 * `wrapAmd`.
 */
export const banner = '//\n"use strict";';

/**
 * Makes the AMD module that the CRM loads out of an ES module without imports: the file begins with `define(`, lists
 * what the bundle takes from the page, and returns the default export. (Kommo: "script.js".)
 *
 * @example
 * wrapAmd('//\n"use strict";\nvar x = 1;\nexport { x as default };\n', [])
 * // 'define([], function () {\n"use strict";\nvar x = 1;\nreturn x;\n});\n'
 */
export function wrapAmd(bundle: string, dependencies: readonly Dependency[]): string {
  const names = dependencies.map(({ name }) => JSON.stringify(name)).join(", ");
  const parameters = dependencies.map(({ parameter }) => parameter).join(", ");
  const exported = finalExport.exec(bundle);
  const name = exported?.[1]
    ?.split(",")
    .map((item) => /^\s*([\w$]+) as default\s*$/.exec(item)?.[1])
    .find(Boolean);
  if (!bundle.startsWith(`${banner}\n`) || exported === null || name === undefined) {
    throw new Error("The bundle has not the shape that esbuild gives to an ES module with a default export.");
  }
  const body = bundle.slice(bundle.indexOf("\n"), exported.index);
  return `define([${names}], function (${parameters}) {${body}return ${name};\n});\n`;
}

const finalExport = /export\s*\{([^{}]*)\};?\s*$/;
