import { lexer } from "../engines/css";
import { hole } from "../script/fold-string";
import type { Widget } from "../widget/create-widget";
import { createStylesheet, type Stylesheet } from "./create-stylesheet";

const styleElement = /<style\b[^>]*>([\s\S]{0,100000}?)<\/style/gi;

/** The style sheets that stand inside templates and inside the texts of scripts. */
export function listEmbeddedStyles(widget: Widget): readonly Stylesheet[] {
  return [
    ...widget.templates.flatMap(({ file, text }) => readTemplate(file, text)),
    ...widget.scripts.flatMap(({ file, source }) =>
      widget.referencesOf(file).flatMap(({ text, at }) => readText(file, source, text, at)),
    ),
  ];
}

/** Every style sheet of the widget: the files, and what other files hold. */
export function listSheets(widget: Widget): readonly Stylesheet[] {
  return [...widget.stylesheets, ...widget.once(listEmbeddedStyles)];
}

function readTemplate(file: string, text: string): Stylesheet[] {
  // A page of its own, such as a window for logging in, does not share the CRM's document.
  if (/<html\b|<!doctype\b/i.test(text)) return [];
  return [...text.matchAll(styleElement)].map((match) => {
    const css = (match[1] as string).replace(/\{[{%#][\s\S]*?[}%#]\}/g, (twig) => hole.repeat(twig.length));
    const offset = match.index + match[0].indexOf(">") + 1;
    return createStylesheet(file, css, { offset, isEmbedded: true });
  });
}

function readText(file: string, source: string, text: string, at: number): Stylesheet[] {
  if (!text.includes("{") || !text.includes(":")) return [];
  const elements = [...text.matchAll(styleElement)].map((match) => match[1] as string);
  if (elements.length === 0 && !looksLikeStyles(text)) return [];
  return (elements.length > 0 ? elements : [text]).map((css) => {
    // A text without escapes stands in the source as it is; of any other only the beginning is known.
    const exact = source.indexOf(css, at);
    const isExact = exact >= at && exact - at <= text.length + 1;
    return createStylesheet(file, css, {
      offset: isExact ? exact : at,
      isEmbedded: true,
      placeOf: isExact ? (offset) => offset : () => at,
    });
  });
}

/** One rule after the other, with a property that CSS knows, and nothing else. */
function looksLikeStyles(text: string): boolean {
  if (/[;{}(]\s*(?:return|var|const|let|function)\b|=>|\{\{|\{%/.test(text)) return false;
  if (!/^[^{}]{1,500}\{[^{}]*[\w-]+\s*:[^{}]+[;}]/.test(text.trim())) return false;
  const { rules, faults } = createStylesheet("", text);
  return (
    faults.length === 0 &&
    rules.some(({ declarations }) =>
      declarations.some(({ property }) => lexer.getProperty(property, false) !== null),
    )
  );
}
