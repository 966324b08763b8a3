import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { toPlainText } from "../../texts/read-markup";

interface Wording {
  readonly pattern: RegExp;
  readonly message: string;
  /** Demanded by amoCRM's page; on Kommo a note. */
  readonly onAmocrm?: true;
}

const wordings: readonly Wording[] = [
  {
    pattern:
      /(?:buy|purchase|order|comprar?|compre|adquir\p{L}*|купи\p{L}*|приобре\p{L}*)\b[^.!?]{0,40}(?:kommo|amocrm)(?![^.!?]{0,10}(?:account|cuenta|conta))[^.!?]{0,40}(?:from us|through us|partner|con nosotros|conosco|у нас|у партн\p{L}*)/iu,
    message: "offers the CRM itself for sale",
  },
  {
    pattern:
      /(?:partner|parceiro|socio|партн[её]р)\p{L}*[^.!?]{0,60}(?:subscription|licen[cs]e|discount|suscripción|licencia|descuento|assinatura|licença|desconto|подписк|лиценз|скидк)|(?:subscription|licen[cs]e|discount|подписк\p{L}*|лиценз\p{L}*|скидк\p{L}*)[^.!?]{0,60}(?:partner|партн[её]р)/iu,
    message: "speaks of subscriptions through partners",
  },
  {
    pattern:
      /\bfree\b[^.!?]{0,25}\b(?:trial|\d+[ -]?days?)\b|\b(?:\d+[ -]?days?|trial)\b[^.!?]{0,25}\bfree\b|\bgratis\b[^.!?]{0,25}\bd[íi]as\b|\bgr[áa]tis\b[^.!?]{0,25}\bdias\b|бесплатн\p{L}*[^.!?]{0,25}(?<!\p{L})(?:дн\p{L}*|период)/iu,
    message: "calls a trial free",
    onAmocrm: true,
  },
];

export const km322 = defineRule({
  id: "KM322",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "No text offers what the marketplace does not let be offered.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "The CRM's licences are not sold through widgets, and a trial is no gift.",
  good: "7-day trial",
  bad: "Free for 7 days; buy Kommo from us",
  statement:
    "Nothing in the widget or in its texts offers subscriptions of the CRM through partners, offers other products outside the place allowed for them, or claims to be official without proof.",
  evidenceFiles: /^i18n\//,
  evidence: (context) =>
    listWordings(context)
      .map(({ item, wording }) => `${item.file} ${item.key} ${wording.message}`)
      .join("; ") || null,
  check(context) {
    for (const { item, wording, found } of listWordings(context)) {
      context.report({
        file: item.file,
        at: item.at,
        severity: wording.onAmocrm && context.brand === "kommo" ? "note" : "warning",
        message: `The text ${item.key} ${wording.message}.`,
        found,
      });
    }
  },
});

function listWordings({ widget }: RuleContext) {
  return widget.strings.flatMap((item) => {
    const text = toPlainText(item.text);
    return wordings.flatMap((wording) => {
      const found = wording.pattern.exec(text)?.[0];
      return found === undefined ? [] : [{ item, wording, found }];
    });
  });
}
