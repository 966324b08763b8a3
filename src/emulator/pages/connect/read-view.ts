import type { Locale } from "../../model/entities";
import type { Faults, PageData } from "../../model/wire";

/**
 * How one page is to be looked at, whatever the account says: `?locale=es&theme=dark&panel=narrow&words=long&zoom=200`.
 * The gallery's frames are such pages; `?still` keeps them from following the account, because a browser opens only
 * six connections to a host. `?plain` takes the strip away.
 */
export interface View {
  readonly isPlain: boolean;
  readonly isStill: boolean;
  readonly locale: Locale | null;
  readonly faults: Partial<Faults>;
}

const locales: readonly string[] = ["en", "es", "pt", "ru"];

export function readView(search: string): View {
  const params = new URLSearchParams(search);
  const locale = params.get("locale");
  const theme = params.get("theme");
  return {
    isPlain: params.has("plain"),
    isStill: params.has("still"),
    locale: locale !== null && locales.includes(locale) ? (locale as Locale) : null,
    faults: {
      ...((theme === "dark" || theme === "light") && { theme }),
      ...(params.get("panel") === "narrow" && { narrowPanel: true }),
      ...(params.get("words") === "long" && { longWords: true }),
      ...(params.get("zoom") === "200" && { zoom: 200 }),
    },
  };
}

/** The page as the view wants to see it. */
export function applyView(page: PageData, { locale, faults }: View): PageData {
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
