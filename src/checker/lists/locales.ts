import type { Brand } from "../../manifest/locations";

/** Kommo: manifest.json; amoCRM: Structure. */
const locales: Readonly<Record<Brand, readonly string[]>> = {
  kommo: ["en", "es", "pt", "tr", "id"],
  amocrm: ["ru", "en", "es", "pt"],
};

export function localesOf(brand: Brand): readonly string[] {
  return locales[brand];
}

/** The products that know a language. */
export function findLocaleBrands(code: unknown): readonly Brand[] {
  return (["kommo", "amocrm"] as const).filter((brand) => locales[brand].some((locale) => locale === code));
}
