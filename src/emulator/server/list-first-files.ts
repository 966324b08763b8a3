import type { ServedPage } from "../model/wire";
import type { Emulator } from "./emulator";

/** A browser takes a longer list of headers badly, and so many widgets come no sooner by it. */
const widgetLimit = 20;

/** Here widgets draw when they start; elsewhere a sheet that nobody asks for would be a warning in the console. */
const drawnAtOnce: ReadonlySet<string> = new Set(["card", "advanced_settings", "widget_page"]);

/**
 * Value of the header `Link` that has a page's widgets come while the page is drawn: script, texts and style sheet,
 * under the very addresses by which they are asked for later. In the document each would be an element more, and old
 * widgets look through the page's links for their own.
 */
export function listFirstFiles({ widgets, route }: ServedPage, { origin, widgets: all }: Emulator): string {
  const isDrawn = drawnAtOnce.has(route.screen);
  return Object.entries(widgets?.widgets ?? {})
    .filter(([, { active }]) => active === "Y")
    .slice(0, widgetLimit)
    .flatMap(([code, { src, lang, path, installed_version: version }]) => [
      `${write(src, version)}; as=script`,
      ...(lang === "" ? [] : [`${write(lang, version)}; as=fetch; crossorigin`]),
      ...(isDrawn && all.get(code)?.has("style.css") === true
        ? [`${write(`${path}/style.css`, version)}; as=style`]
        : []),
    ])
    .join(", ");

  // What a manifest gives as its version is anybody's text; an address that is parsed has no sign that ends it.
  function write(file: string, version: string): string {
    const { pathname, search } = new URL(`${file}?v=${version}`, origin);
    return `<${pathname}${search}>; rel=preload`;
  }
}
