import { defineRule } from "../../rule";
import { listPresentations } from "../../texts/describe-integration";
import { countCharacters, toPlainText } from "../../texts/read-markup";

const mostCharacters = 30;
const mostInWord = 19;

export const km310 = defineRule({
  id: "KM310",
  clause: "Kommo: Public integration checklist",
  title: "The name has at most 30 characters, and no word over 19.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: ["kommo"],
  needsManifest: true,
  why: "A longer one is cut in the tiles of the marketplace.",
  good: "Calls via Acme",
  bad: "Calls/Messages&Notes/Reminders via Acme Software",
  check(context) {
    for (const { text, file, at, source } of listPresentations(context, "name")) {
      const name = toPlainText(text);
      const length = countCharacters(name);
      if (length > mostCharacters)
        context.report({
          file,
          at,
          message: `The name in ${source} is too long.`,
          found: `${length} characters`,
          expected: `at most ${mostCharacters}`,
        });
      const long = name.split(" ").find((word) => countCharacters(word) > mostInWord);
      if (long === undefined) continue;
      context.report({
        file,
        at,
        severity: "warning",
        message: `A word of the name in ${source} is too long to be broken.`,
        found: long,
        expected: `at most ${mostInWord} characters a word`,
      });
    }
  },
});
