import { defineRule, everyBrand, type RuleContext } from "../../rule";

const signs = [
  /["'`](?:DD|MM)[./-](?:MM|DD)[./-]YY(?:YY)?[^"'`]{0,12}["'`]/g,
  /\.toFixed\(2\)\s*\+\s*["'`]\s*[$€£₽]/g,
  /["'`]\+7["'`]/g,
  /₽|(?<![\p{L}])руб(?![\p{L}])/gu,
];
const mostShown = 20;

export const km320 = defineRule({
  id: "KM320",
  clause: "Kommo: Public integration checklist, Publish an integration",
  title: "Dates, numbers, phone numbers and money follow the account's locale.",
  severity: "manual",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "03/04 is March in one country and April in another.",
  good: "new Intl.DateTimeFormat(locale).format(date)",
  bad: 'moment(date).format("DD.MM.YYYY")',
  statement: "Dates, times, numbers, phone numbers, money, holidays and taxes follow the account's locale.",
  evidenceFiles: /\.(?:js|twig|html?)$/,
  evidence: (context) => listFormats(context).join(", ") || null,
});

function listFormats({ widget }: RuleContext): readonly string[] {
  const own = [...widget.scripts, ...widget.templates].filter(
    ({ file }) => widget.originOf(file) !== "library",
  );
  const found = own.flatMap(({ file }) => {
    const text = widget.text(file)?.text ?? "";
    return signs.flatMap((sign) =>
      [...text.matchAll(sign)].map(
        (match) => `${file}:${widget.positionOf(file, match.index).line} ${match[0].slice(0, 30)}`,
      ),
    );
  });
  return found.slice(0, mostShown);
}
