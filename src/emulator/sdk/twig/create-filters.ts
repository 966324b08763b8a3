import type { Libraries } from "../libraries";

export interface FormatOptions {
  readonly libraries: Pick<Libraries, "moment">;
  readonly lang: Readonly<Record<string, unknown>>;
  readonly locale: string;
  readonly currency: string;
  /** moment patterns of `APP.system.format.date`. */
  readonly patterns: Readonly<Record<string, string>>;
  readonly words: { readonly today: string; readonly tomorrow: string; readonly yesterday: string };
}

type Filter = (value: unknown, args?: readonly unknown[] | false) => unknown;

/**
 * Makes the filters that the CRM adds to twig for every template. Only `i18n`, `date`, `raw` and `price` are in real
 * use; what the others print is their plain meaning.
 */
export function createFilters(options: FormatOptions): Readonly<Record<string, Filter>> {
  const { libraries, lang, locale, currency, patterns, words } = options;
  const { moment } = libraries;

  function date(value: unknown, args?: readonly unknown[] | false): string {
    if (value === undefined || value === null || value === "") return "";
    const pattern = firstText(args) ?? "full";
    return toMoment(value).format(patterns[pattern] ?? pattern);
  }

  function toMoment(value: unknown) {
    const isSeconds = typeof value === "number" || /^\d+$/.test(String(value));
    return isSeconds ? moment.unix(Number(value)) : moment(String(value));
  }

  function relativeDate(value: unknown): string {
    const then = toMoment(value);
    const days = then.clone().startOf("day").diff(moment().startOf("day"), "days");
    const named = { "-1": words.yesterday, "0": words.today, "1": words.tomorrow }[String(days)];
    return named === undefined ? date(value, ["date"]) : `${named} ${date(value, ["time"])}`;
  }

  const number = (value: unknown, digits?: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits ?? 2 }).format(Number(value) || 0);

  return {
    i18n: (value) => findText(lang, String(value)) ?? value,
    date,
    time: (value) => date(value, ["time"]),
    task_date: relativeDate,
    relative_date: relativeDate,
    period: (value) => moment.duration(Number(value) || 0, "seconds").humanize(),
    count: (value) => countOf(value),
    phone: (value) => String(value ?? "").replace(/[^\d+]/g, ""),
    lead_name: (value) => textOf(value),
    task_text: (value) => textOf(value),
    plug_price: (value) => number(value),
    price: (value) =>
      new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: 2 }).format(
        Number(value) || 0,
      ),
    numeral: (value, args) => pickPlural(locale, Number(value), args || []),
    random_string: (_value, args) => randomText(Number((args || [])[0]) || 8),
    parse_urls: (value) =>
      textOf(value).replace(/https?:\/\/[^\s<"]+/g, (url) => `<a href="${url}" target="_blank">${url}</a>`),
    by_paragraphs: (value) => textOf(value).split(/\n+/),
    nl2p: (value) =>
      textOf(value)
        .split(/\n+/)
        .map((line) => `<p>${line}</p>`)
        .join(""),
    element_type: (value) =>
      ({ 1: "contacts", 2: "leads", 3: "companies", 12: "customers" })[String(value)] ?? "",
  };
}

/** Finds a text by its dotted path; undefined where there is none. */
export function findText(texts: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
      texts,
    );
}

/** `{{ n|numeral('task', 'tasks') }}`: the forms in the order one, few, many. */
function pickPlural(locale: string, count: number, forms: readonly unknown[]): string {
  const category = new Intl.PluralRules(locale).select(count);
  const place = category === "one" ? 0 : category === "few" ? 1 : forms.length - 1;
  return textOf(forms[Math.min(place, forms.length - 1)]);
}

function countOf(value: unknown): number {
  if (Array.isArray(value) || typeof value === "string") return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : 0;
}

function firstText(args: readonly unknown[] | false | undefined): string | undefined {
  const first = (args || [])[0];
  return typeof first === "string" && first !== "" ? first : undefined;
}

function randomText(length: number): string {
  let text = "";
  while (text.length < length) text += Math.random().toString(36).slice(2);
  return text.slice(0, length);
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}
