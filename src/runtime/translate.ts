import type { KommoWidget } from "../host";
import type { TextKey, TextValues } from "./register";

/** Gives the text of a key in the user's language, with its placeholders filled. */
export type Translate = <Key extends TextKey>(key: Key, ...values: TextValues<Key>) => string;

/**
 * The texts of the widget, as `i18n/<locale>.json` has them. A text with forms for numbers (`one`, `other`, …) takes
 * the form of `count` in the user's language; a key that no text has comes back as it is.
 *
 * @example
 * const t = createTranslate(this.widget);
 * t("tasks", { count: 3 }) // "3 tasks"
 */
export function createTranslate(widget: KommoWidget): Translate {
  return (key, ...[values = {}]) => {
    const filled = values as Readonly<Record<string, string | number>>;
    const text = choosePlural(findText(widget.langs, key), filled["count"]);
    if (typeof text !== "string") return key;
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(filled[name] ?? placeholder));
  };
}

function findText(langs: unknown, key: string): unknown {
  return key.split(".").reduce((part, name) => (part as Record<string, unknown> | undefined)?.[name], langs);
}

function choosePlural(text: unknown, count: string | number | undefined): unknown {
  if (typeof text !== "object" || text === null) return text;
  const forms = text as Readonly<Record<string, unknown>>;
  return forms[new Intl.PluralRules(APP.lang_id).select(Number(count))] ?? forms["other"];
}
