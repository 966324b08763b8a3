import type { ManifestInput } from "./manifest-input";
import type { ManifestRules } from "./manifest-rules";

/**
 * Takes the manifest of a widget and gives it back with its literals kept, so that areas, settings and texts can be
 * checked against it. A location without its block, a block without its location and an unknown key are errors of
 * the compiler at the line that is wrong; everything else is told by the build.
 *
 * @example
 * export default defineManifest({
 *   name: "hello",
 *   version: "1.0.0",
 *   distribution: "personal",
 *   locales: ["en"],
 *   locations: { lcard: "panel" },
 * });
 */
export function defineManifest<const M extends ManifestInput>(manifest: M & ManifestRules<NoInfer<M>>): M {
  return manifest;
}
