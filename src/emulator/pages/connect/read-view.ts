import type { Json, Locale } from "../../model/entities";
import type { Faults, PageData } from "../../model/wire";

/**
 * How one page is to be looked at, whatever the account says: `?locale=es&theme=dark&panel=narrow&words=long&zoom=200`.
 * The gallery's frames are such pages; `?still` keeps them from following the account. `?plain` takes the strip away.
 */
export interface View {
  readonly isPlain: boolean;
  readonly isStill: boolean;
  /** The widget's modal, form or entry is opened at once: `?show`. */
  readonly isShown: boolean;
  readonly locale: Locale | null;
  readonly faults: Partial<Faults>;
  /** Widgets' texts in that language, which the page was served without, by their codes. */
  readonly texts: Readonly<Record<string, Json>>;
}

const locales: readonly string[] = ["en", "es", "pt", "ru"];

export function readView(search: string): View {
  const params = new URLSearchParams(search);
  const locale = params.get("locale");
  const theme = params.get("theme");
  return {
    isPlain: params.has("plain"),
    isStill: params.has("still"),
    isShown: params.has("show"),
    locale: locale !== null && locales.includes(locale) ? (locale as Locale) : null,
    faults: {
      ...((theme === "dark" || theme === "light") && { theme }),
      ...(params.get("panel") === "narrow" && { narrowPanel: true }),
      ...(params.get("words") === "long" && { longWords: true }),
      ...(params.get("zoom") === "200" && { zoom: 200 }),
    },
    texts: {},
  };
}

/** The page as the view wants to see it. */
export function applyView(page: PageData, { locale, faults, texts }: View): PageData {
  const seen = { ...page, faults: { ...page.faults, ...faults } };
  if (locale === null) return seen;
  const { account, tables } = page.snapshot;
  return {
    ...seen,
    snapshot: {
      ...page.snapshot,
      account: { ...account, language: locale },
      tables: {
        ...tables,
        widgets: tables.widgets.map((widget) => {
          const text = texts[widget.code];
          return text === undefined ? widget : { ...widget, texts: { ...widget.texts, [locale]: text } };
        }),
        users: tables.users.map((user) =>
          user.id === account.current_user_id ? { ...user, lang: locale } : user,
        ),
      },
    },
  };
}

/** The address of a widget's texts in another language, where the archive has them. */
export function translateAddress(address: string, locale: Locale | null, files: readonly string[]): string {
  if (locale === null || !files.includes(`i18n/${locale}.json`)) return address;
  return address.replace(/\/i18n\/[^/]+\.json$/, `/i18n/${locale}.json`);
}

/** The view with the widgets' texts in its language; the page is served with those of the account's user only. */
export async function loadViewTexts(
  window: Window & typeof globalThis,
  page: PageData,
  view: View,
): Promise<View> {
  const { locale } = view;
  if (locale === null) return view;
  const lacking = page.snapshot.tables.widgets.filter(
    ({ files, texts }) => files.includes(`i18n/${locale}.json`) && texts[locale] === undefined,
  );
  const entries = await Promise.all(
    lacking.map(async ({ code, path }) => {
      const response = await window.fetch(`${path}/i18n/${locale}.json`);
      const text = response.ok ? ((await response.json().catch(() => null)) as Json) : null;
      return [code, text] as const;
    }),
  );
  return { ...view, texts: Object.fromEntries(entries.filter(([, text]) => text !== null)) };
}
