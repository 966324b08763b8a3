import { defineRule } from "../../rule";
import { fromListing, fromTexts } from "../../texts/describe-integration";
import { countCharacters, toPlainText } from "../../texts/read-markup";

const most = 400;

export const km314 = defineRule({
  id: "KM314",
  clause: "Kommo: Public integration checklist, Publish an integration",
  title: "The description before the installation has at most 400 visible characters.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: ["kommo"],
  needsManifest: true,
  why: "One or two paragraphs are what a person reads before installing. What is to be said afterwards has a place of its own in the form.",
  good: "two short paragraphs",
  bad: "a manual",
  check(context) {
    // The form's text replaces that of the archive, which may then be as long as it likes.
    const inForm = fromListing(context, "description");
    for (const { text, file, at, source } of inForm.length > 0 ? inForm : fromTexts(context, "description")) {
      const length = countCharacters(toPlainText(text));
      if (length <= most) continue;
      context.report({
        file,
        at,
        message: `The description in ${source} is too long.`,
        found: `${length} characters without markup`,
        expected: `at most ${most}`,
      });
    }
  },
});
