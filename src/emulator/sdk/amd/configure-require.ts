import type { Host } from "../host";
import { createPlugins } from "./create-plugins";
import { missingModules, packagedModules } from "./packaged-modules";
import { requireAtOnce } from "./require-at-once";
import type { Define, RequireJs } from "./require-types";

export interface RequireOptions {
  readonly host: Host;
  readonly require: RequireJs;
  readonly define: Define;
  /** The folder of the packaged modules, with its slash: `/-/amd/`. */
  readonly base: string;
  readonly onFailure: (name: string, error: Error) => void;
}

/**
 * Teaches the page's RequireJS what the CRM's knows (Kommo: Modules): the libraries that are the page's own globals,
 * the system's windows, packaged modules, loader plugins.
 */
export function configureRequire({ host, require, define, base, onFailure }: RequireOptions): void {
  const missing = (name: string) => host.noteMissing(`module ${name}`);
  require.config({
    paths: Object.fromEntries(packagedModules.map(({ name }) => [name, `${base}${name}`])),
    shim: Object.fromEntries(
      packagedModules.filter((module) => module.exports).map(({ name, exports }) => [name, { exports }]),
    ),
    map: { "*": { "jquery-ui": "jquery" } },
  });
  for (const [name, value] of Object.entries(listPageModules(host))) define(name, [], () => value);
  for (const name of missingModules) define(name, [], () => missing(name));
  passOverParts(require, define, missing);
  const plugins = createPlugins({ $: host.$, onFailure, onMissing: missing });
  for (const [name, plugin] of Object.entries(plugins)) define(name, [], () => plugin);
  // Only what has been asked for once can be had by the synchronous `require("jquery")`.
  requireAtOnce(require, [...Object.keys(listPageModules(host)), ...Object.keys(plugins)]);
}

/**
 * The CRM's own parts, of which there are hundreds without a list: `lib/common/hs`, `lib/pages/list`. Their script would
 * not be found, and the widget not start for a part that it may never use.
 */
function passOverParts(require: RequireJs, define: Define, missing: (name: string) => void): void {
  const { load } = require;
  require.load = (context, name, url) => {
    if (!/^lib\/[^?]+$/.test(name) || name.endsWith(".js")) return load(context, name, url);
    define(name, [], () => missing(name));
    context.completeLoad(name);
  };
}

/** The modules that are there without loading anything, by their AMD names. */
export function listPageModules({ libraries, Modal, Confirm }: Host): Readonly<Record<string, unknown>> {
  return {
    jquery: libraries.$,
    underscore: libraries._,
    backbone: libraries.Backbone,
    twigjs: libraries.Twig,
    moment: libraries.moment,
    "lib/components/base/modal": Modal,
    "lib/components/base/confirm": Confirm,
    // Of the CRM's earlier years; every browser has promises of its own since.
    es6promise: { Promise, polyfill: () => undefined },
  };
}
