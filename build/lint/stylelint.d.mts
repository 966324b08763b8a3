import type { Config, Plugin } from "stylelint";

/** The checker's rules for Stylelint, under `komponent/KM…`. */
declare const plugins: Plugin[];
export default plugins;

/**
 * The plugin with all its rules.
 *
 * @example
 * // stylelint.config.js
 * export { recommended as default } from "komponent/stylelint";
 */
export declare const recommended: Config;
