import { describe, expect, it } from "vitest";
import { createTranslator, type TextKey } from "./create-translator";
import en from "./en.json";
import es from "./es.json";
import pt from "./pt.json";
import ru from "./ru.json";

const keys = Object.keys(en) as TextKey[];
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe.each([
  ["es", es],
  ["pt", pt],
  ["ru", ru],
] as const)("the screens' texts in %s", (locale, texts) => {
  it("have the same keys as the English ones", () => {
    expect(Object.keys(texts).sort()).toEqual([...keys].sort());
  });

  it("have the same placeholders", () => {
    const different = keys.filter(
      (key) => JSON.stringify(placeholders(en[key])) !== JSON.stringify(placeholders(texts[key])),
    );
    expect(different).toEqual([]);
  });

  it("have every plural form of the language", () => {
    const plurals = keys.filter((key) => en[key].includes("|"));
    const wrong = plurals.filter((key) => texts[key].split("|").length !== (locale === "ru" ? 4 : 2));
    expect(wrong).toEqual([]);
  });

  it("leave no text empty", () => {
    expect(keys.filter((key) => texts[key].trim() === "")).toEqual([]);
  });
});

describe("the translator", () => {
  it.each([
    ["en", 1, "1 lead"],
    ["en", 1200, "1,200 leads"],
    ["es", 0, "0 leads"],
    ["ru", 1, "1 сделка"],
    ["ru", 3, "3 сделки"],
    ["ru", 11, "11 сделок"],
    ["ru", 21, "21 сделка"],
  ] as const)("counts leads in %s: %i", (locale, count, text) => {
    expect(createTranslator(locale).plural("list.count_leads", count)).toBe(text);
  });

  it("fills placeholders, and leaves those that it has no value for", () => {
    const t = createTranslator("en");

    expect(t("list.range", { first: 1, last: 50 })).toBe("1–50 of {total}");
  });
});
