import { defineRule, everyBrand, type RuleContext } from "../../rule";

const oldLogin = /\/private\/api\/auth\.php|\bUSER_LOGIN\b/;

export const km1101 = defineRule({
  id: "KM1101",
  clause: "Kommo: Publish an integration, Public integration checklist; amoCRM: Requirements",
  title: "Access to the account goes through OAuth 2.0.",
  severity: "manual",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  why: "The user grants it, sees it and can take it back.",
  good: "POST /oauth2/access_token",
  bad: "POST /private/api/auth.php with USER_HASH",
  statement: "Our server uses OAuth 2.0 and nothing else.",
  evidenceFiles: /\.js$/,
  evidence: (context) =>
    listCalls(context)
      .map(({ file, line }) => `${file}:${line} old log-in`)
      .join(", ") || null,
  check(context) {
    for (const { file, at, text } of listCalls(context))
      context.report({
        file,
        at,
        severity: "error",
        message: "This logs in the old way.",
        found: text.slice(0, 120),
        expected: "OAuth 2.0",
      });
  },
});

function listCalls({ widget }: RuleContext) {
  return widget.scripts.flatMap(({ file }) =>
    widget
      .referencesOf(file)
      .filter(({ text }) => oldLogin.test(text))
      .map((reference) => ({ ...reference, line: widget.positionOf(file, reference.at).line })),
  );
}
