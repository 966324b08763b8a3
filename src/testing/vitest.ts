import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vitest/config";
import { missingModules, packagedModules } from "../emulator/sdk/amd/packaged-modules";

/**
 * Lets Vitest find the modules that the CRM's page offers by AMD names (`jquery`, `lib/components/base/modal`, …): a
 * test gets those that the emulator works with. (Kommo: Modules)
 *
 * @example
 * // vitest.config.ts
 * export default defineConfig({ plugins: [hostModules()], test: { environment: "happy-dom" } });
 */
export function hostModules(): Plugin {
  return {
    name: "komponent:host-modules",
    enforce: "pre",
    resolveId(name) {
      if (isMissing(name)) return `${missing}${name}`;
      return findModule(name);
    },
    load(id) {
      if (!id.startsWith(missing)) return null;
      const said = `The module "${id.slice(missing.length)}" is not there in tests; it is undefined.`;
      return `console.warn(${JSON.stringify(said)});\nexport default undefined;`;
    },
  };
}

const missing = "\0missing-host-module:";
const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** Where the packages of the host's own libraries lie: those of this package, whatever the author has installed. */
const libraries: Readonly<Record<string, string>> = {
  jquery: "jquery",
  "jquery-ui": "jquery",
  underscore: "underscore",
  backbone: "backbone",
  twigjs: "twig",
  moment: "moment",
};

function findModule(name: string): string | null {
  if (name === "lib/components/base/modal") return join(here, "modules", "modal.ts");
  if (name === "lib/components/base/confirm") return join(here, "modules", "confirm.ts");
  const file = libraries[name] ?? packagedModules.find((module) => module.name === name)?.file;
  return file === undefined ? null : require.resolve(file);
}

/** Modules that the emulator lacks, files of the archive (`text!…`) and scripts of other hosts. */
function isMissing(name: string): boolean {
  return (
    missingModules.includes(name) ||
    /^(?:text|json|css|optional|requirejs-react)!/.test(name) ||
    /^https?:\/\//.test(name)
  );
}
