import type { Widget } from "./create-widget";

/**
 * True when a script asks the loader for code of another host: what the widget does is then not all in the archive,
 * and what seems unused may be used there.
 */
export function loadsFromOutside(widget: Widget): boolean {
  return widget.scripts.some(
    (script) =>
      widget.originOf(script.file) !== "library" &&
      script.nodesOf("ArrayExpression").some(({ parent, elements }) => {
        if (parent?.type !== "CallExpression" || parent.callee.type !== "Identifier") return false;
        if (!/^(?:define|require|requirejs)$/.test(parent.callee.name)) return false;
        return elements.some(
          (element) =>
            element !== null &&
            /^(?:https?:)?\/\//.test(script.stringOf(element) ?? "") &&
            !isLibrary(script.stringOf(element) ?? ""),
        );
      }),
  );
}

/** Hosts to which nobody can upload code of their own. */
function isLibrary(url: string): boolean {
  return /\/\/(?:code\.jquery\.com|ajax\.googleapis\.com|ajax\.aspnetcdn\.com)\//.test(url);
}
