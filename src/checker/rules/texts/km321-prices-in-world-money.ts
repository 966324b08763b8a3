import { defineRule, everyBrand } from "../../rule";
import { toPlainText } from "../../texts/read-markup";

const roubles = /\d[\d\s.,]*(?:₽|руб|RUB\b|р\.)|(?:₽|RUB)\s*\d/iu;
const worldMoney = /[$€]|\b(?:USD|EUR|dollars?|euros?|dólares)\b/i;

export const km321 = defineRule({
  id: "KM321",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Prices in English, Spanish and Portuguese texts are at least in US dollars or euros.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "The users of these languages pay in these currencies, or know what they are worth.",
  good: "$10 a month",
  bad: "990 ₽",
  check({ widget, report }) {
    for (const { locale, file, at, key, text } of widget.strings) {
      if (!["en", "es", "pt"].includes(locale)) continue;
      const plain = toPlainText(text);
      const price = roubles.exec(plain)?.[0];
      if (price === undefined || worldMoney.test(plain)) continue;
      report({
        file,
        at,
        message: `The text ${key} gives a price in roubles only.`,
        found: price,
        expected: "USD or EUR too",
      });
    }
  },
});
