/** Frequent small words that tell languages apart. */
const words: Readonly<Record<string, readonly string[]>> = {
  en: "the and to of in is for with your you this that not are be can will from or".split(" "),
  es: "es el los las de que y con una del por para su usted no se al como más está".split(" "),
  pt: "o os as do da dos das não para com uma você seu ao e em um que é pelo".split(" "),
  tr: "ve bir için ile bu değil olarak veya daha çok her".split(" "),
  id: "dan yang untuk dengan ini tidak atau dari anda ke pada di".split(" "),
  ru: "и в не на с для что по от из это как или вы ваш к".split(" "),
};
const letters: Readonly<Record<string, RegExp>> = { es: /[ñ¿¡]/g, pt: /[ãõç]/g, tr: /[ışğ]/g, ru: /[а-яё]/g };
const fewestWords = 40;
const clearLead = 2;

/**
 * The language that a text of at least 40 words is clearly in: its small words occur twice as often as those of
 * `expected`. Null where nothing is clear.
 */
export function guessOtherLanguage(text: string, expected: string): string | null {
  const lower = text.toLowerCase();
  const tokens = lower.match(/\p{L}+/gu) ?? [];
  if (tokens.length < fewestWords || words[expected] === undefined) return null;
  const scores = Object.entries(words).map(([language, small]) => {
    const set = new Set(small);
    const hits = tokens.filter((token) => set.has(token)).length;
    return { language, score: hits + (lower.match(letters[language] ?? /$^/g)?.length ?? 0) };
  });
  const own = scores.find(({ language }) => language === expected)?.score ?? 0;
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined || best.language === expected || best.score < 4) return null;
  return best.score >= clearLead * Math.max(1, own) ? best.language : null;
}
