import { configureRequire } from "../sdk/amd/configure-require";
import { requireAtOnce } from "../sdk/amd/require-at-once";
import type { Define, RequireJs } from "../sdk/amd/require-types";
import type { Host } from "../sdk/host";
import type { LoadedWidget, LoadWidget } from "./loader";

export interface RequireLoadingOptions {
  readonly host: Host;
  /** The page's RequireJS 2.3.8. */
  readonly require: RequireJs;
  readonly define: Define;
  /** The folder of the packaged AMD modules, with its slash: `/-/amd/`. */
  readonly base: string;
}

/**
 * Makes the loading of widgets that the page uses: `optional!<script>?v=<version>` and `json!<texts>?v=<version>`
 * through RequireJS, as the CRM does. A script is evaluated once in the life of the page.
 */
export function createRequireLoading({ host, require, define, base }: RequireLoadingOptions): LoadWidget {
  const failures = new Map<string, Error>();
  configureRequire({ host, require, define, base, onFailure: (name, error) => failures.set(name, error) });

  return async (_code, { src, lang, installed_version }) => {
    const name = `${src}?v=${installed_version}`;
    const [module, langs] = await Promise.all([
      load(`optional!${name}`),
      lang === "" ? {} : load(`json!${lang}?v=${installed_version}`),
    ]);
    const error = failures.get(name);
    const loaded: LoadedWidget = { module, langs: readTexts(langs) };
    return error === undefined ? loaded : { ...loaded, error };
  };

  function load(name: string): Promise<unknown> {
    return new Promise((resolve) => requireAtOnce(require, [name], resolve, () => resolve(undefined)));
  }
}

function readTexts(langs: unknown): Readonly<Record<string, unknown>> {
  return typeof langs === "object" && langs !== null ? (langs as Record<string, unknown>) : {};
}
