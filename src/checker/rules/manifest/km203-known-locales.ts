import { findLocaleBrands, localesOf } from "../../lists/locales";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import { createMemberReporter } from "./report-member";

export const km203 = defineRule({
  id: "KM203",
  clause: "Kommo: manifest.json, i18n; amoCRM: Structure",
  title: "widget.locale lists known languages, each once.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "Each entry names an i18n file; a code that the CRM does not know is a file that nobody ever sees.",
  good: '"locale": ["en", "pt"]',
  bad: '"locale": "en"; ["en", "ua"]; []',
  check(context) {
    const report = createMemberReporter(context);
    const path = ["widget", "locale"];
    const value = context.widget.manifest.get(...path);
    const known = localesOf(context.brand);
    const expected = `a list of ${known.join(", ")}`;
    if (!Array.isArray(value)) return report(path, "widget.locale is no list of languages.", { expected });
    if (value.length === 0) return report(path, "widget.locale is empty.", { expected });
    for (const [index, code] of (value as unknown[]).slice(0, 100).entries()) {
      if (value.indexOf(code) < index) report([...path, index], "The language stands here twice.");
      else if (typeof code === "string" && known.includes(code)) continue;
      else if (findLocaleBrands(code).length > 0)
        report([...path, index], `${String(code)} is a language of the sister product only.`, {
          severity: "warning",
          expected,
        });
      else report([...path, index], "The language is not known.", { expected });
    }
  },
});
