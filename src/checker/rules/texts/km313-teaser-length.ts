import { defineRule } from "../../rule";
import { listPresentations } from "../../texts/describe-integration";
import { countCharacters, toPlainText } from "../../texts/read-markup";

const most = 50;
const mostOfOld = 60;

export const km313 = defineRule({
  id: "KM313",
  clause: "Kommo: Public integration checklist, Create a Public integration",
  title: "The teaser, short_description, has at most 50 characters.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: ["kommo"],
  needsManifest: true,
  why: "The form takes no more, and the tile shows no more.",
  good: "A note beside every lead",
  bad: "A note beside every lead, contact and company, for all",
  check(context) {
    for (const { text, file, at, source } of listPresentations(context, "short_description")) {
      const length = countCharacters(toPlainText(text));
      if (length <= most) continue;
      const hint = length <= mostOfOld ? ` An older page allowed ${mostOfOld}.` : "";
      context.report({
        file,
        at,
        message: `The teaser in ${source} is too long.${hint}`,
        found: `${length} characters`,
        expected: `at most ${most}`,
      });
    }
  },
});
