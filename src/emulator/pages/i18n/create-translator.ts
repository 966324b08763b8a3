import type { Locale } from "../../model/entities";
import en from "./en.json";
import es from "./es.json";
import pt from "./pt.json";
import ru from "./ru.json";

export type TextKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

/** Texts of the screens in one language. */
export interface Translate {
  (key: TextKey, values?: Values): string;
  /** The form for `count`: the text holds the forms of the language's categories, parted by `|`. */
  plural(key: TextKey, count: number): string;
  readonly locale: Locale;
}

const texts: Record<Locale, Readonly<Record<TextKey, string>>> = { en, es, pt, ru };

/**
 * Makes the translator of one language. `{name}` in a text is replaced by the value of that name. In a plural text
 * the forms stand in the order `one|few|many|other` of the categories that the language's text uses: English, Spanish
 * and Portuguese `one|other`, Russian `one|few|many|other`.
 *
 * @example
 * createTranslator("en").plural("list.found", 3) // "3 leads found"
 */
export function createTranslator(locale: Locale, formatNumber = new Intl.NumberFormat(locale)): Translate {
  const rules = new Intl.PluralRules(locale);
  const translate = (key: TextKey, values: Values = {}) => fill(texts[locale][key] ?? texts.en[key], values);
  return Object.assign(translate, {
    locale,
    plural(key: TextKey, count: number) {
      const forms = (texts[locale][key] ?? texts.en[key]).split("|");
      const categories = forms.length > 2 ? ["one", "few", "many", "other"] : ["one", "other"];
      const form = forms[categories.indexOf(rules.select(count))] ?? forms.at(-1) ?? "";
      return fill(form, { count: formatNumber.format(count) });
    },
  });
}

function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
