import { findLocation, locations, type Brand } from "../../../manifest/locations";
import { suggestName } from "../../../manifest/suggest-name";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { ListedLocation } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

/** Locations that Kommo's current table has dropped; its older pages list them. */
const dropped = new Set(["cucard", "culist", "whatsapp_modal"]);

export const km209 = defineRule({
  id: "KM209",
  clause: "Kommo: Widget locations, Connection areas; amoCRM: Areas",
  title: "Every location is known, spelled right, with a suffix only where it may have one, and listed once.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "In a place that is spelled wrong the widget never starts, and nothing says so.",
  good: '["lcard-1", "everywhere"]',
  bad: '["lcrd-1", "settings-0", "lcard-0", "lcard-1"]',
  check(context) {
    const { widget, brand, profile } = context;
    const report = createMemberReporter(context);
    const seen = new Set<string>();
    for (const listed of widget.manifest.locations) {
      const { code, raw, path, suffix } = listed;
      const known = findLocation(code);
      if (known === undefined) report(path, `There is no location ${raw}.`, describeUnknown(code));
      else if (seen.has(code))
        report(path, `The location ${code} is listed twice.`, { fix: "keep one of them." });
      else if (suffix !== null && !known.suffix)
        report(path, `The location ${code} takes no suffix.`, { expected: `"${code}"` });
      else if (known.publicOnly && profile === "private")
        report(path, `Only a public integration may list ${code}.`, { fix: "drop it." });
      else {
        const message = findDoubt(listed, known.brands, brand);
        if (message !== null) report(path, message, { severity: "warning" });
      }
      seen.add(code);
    }
  },
});

function describeUnknown(code: string) {
  const meant = suggestName(
    code,
    locations.map((location) => location.code),
  );
  return {
    expected: meant ? `"${meant}"` : "a code of the table of locations",
    fix: meant ? `write ${meant}.` : null,
  };
}

function findDoubt({ code }: ListedLocation, brands: readonly Brand[], brand: Brand): string | null {
  if (!brands.includes(brand)) return `The location ${code} is one of the sister product only.`;
  return brand === "kommo" && dropped.has(code)
    ? `Kommo's current table has no location ${code} any more.`
    : null;
}
