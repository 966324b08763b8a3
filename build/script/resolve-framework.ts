import type { OnResolveResult, Plugin } from "../bundler";
import { findPackageRoot } from "../package-root";

/**
 * Takes `komponent` and `preact` from this package wherever the author's project lies: two copies of Preact in one
 * widget have two states, and hooks of one fail under the other.
 */
export function resolveFramework(): Plugin {
  return {
    name: "framework",
    setup(build) {
      const resolved = new Map<string, Promise<OnResolveResult>>();
      build.onResolve({ filter: /^(?:komponent|preact)(?:\/|$)/ }, ({ path, kind, pluginData }) => {
        if (pluginData === own) return null;
        const known = resolved.get(path);
        if (known !== undefined) return known;
        const found = build
          .resolve(path, { kind, resolveDir: findPackageRoot(), pluginData: own })
          .then(({ errors, path, sideEffects }) => (errors.length > 0 ? { errors } : { path, sideEffects }));
        resolved.set(path, found);
        return found;
      });
    },
  };
}

const own = Symbol("resolved inside this package");
