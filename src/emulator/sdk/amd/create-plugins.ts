import type { LoaderPlugin, RequireError } from "./require-types";

export interface PluginOptions {
  readonly $: JQueryStatic;
  /** A script that `optional!` could not load; the module's value is undefined then. */
  readonly onFailure: (name: string, error: Error) => void;
  /** A module of the CRM's React kit, which the emulator does not have. */
  readonly onMissing: (name: string) => void;
}

/** Makes the CRM's loader plugins beside RequireJS's own `text!`: `json!`, `css!`, `optional!`, `requirejs-react!`. */
export function createPlugins({
  $,
  onFailure,
  onMissing,
}: PluginOptions): Readonly<Record<string, LoaderPlugin>> {
  function loadText(url: string): Promise<string> {
    return new Promise((resolve, reject) => {
      void $.ajax({ url, dataType: "text" })
        .done((text: string) => resolve(text))
        .fail((request: JQueryXHR) => reject(new Error(`${url} could not be loaded (${request.status})`)));
    });
  }

  return {
    json: {
      load(name, require, onload) {
        loadText(require.toUrl(name))
          .then((text): unknown => JSON.parse(text))
          .then(onload, onload.error);
      },
    },
    css: {
      normalize: (name, normalize) => normalize(name.replace(/\.css$/, "")),
      load(name, require, onload) {
        const href = require.toUrl(`${name}.css`);
        const link = $('<link rel="stylesheet">').attr("href", href)[0] as HTMLElement;
        link.addEventListener("load", () => onload(undefined));
        link.addEventListener("error", () => onload.error(new Error(`${href} could not be loaded`)));
        document.head.append(link);
      },
    },
    optional: {
      load(name, require, onload) {
        require([name], onload, (error: RequireError) => {
          // What a factory threw; for a script that did not come it is the event, which says nothing.
          onFailure(name, error.originalError instanceof Error ? error.originalError : error);
          onload(undefined);
        });
      },
    },
    "requirejs-react": {
      normalize: (name) => name,
      load(name, _require, onload) {
        onMissing(`requirejs-react!${name}`);
        onload(undefined);
      },
    },
  };
}
