import type { ESLint, Linter } from "eslint";

/**
 * The checker's rules for ESLint, with a flat configuration that switches all of them on.
 *
 * @example
 * // eslint.config.js
 * import komponent from "komponent/eslint";
 * export default [{ files: ["widget/**\/*.{ts,tsx}"], ...komponent.configs.recommended }];
 */
declare const plugin: ESLint.Plugin & {
  readonly configs: { readonly recommended: Linter.Config };
};
export default plugin;
