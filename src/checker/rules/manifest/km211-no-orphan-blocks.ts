import { locations } from "../../../manifest/locations";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

const systemItems = new Set([
  "stats",
  "settings",
  "dashboard",
  "leads",
  "customers",
  "tasks",
  "catalogs",
  "mail",
]);

export const km211 = defineRule({
  id: "KM211",
  clause: "Quality rule of this checker: a manifest that says what the widget does",
  title: "No block stands without its location.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "The CRM never reads such a block. Either it is a leftover, or the location was forgotten.",
  good: '"dp": { … }, "locations": ["digital_pipeline"]',
  bad: '"dp": { … }, "locations": ["lcard-1"]',
  check(context) {
    const { manifest } = context.widget;
    const report = createMemberReporter(context);
    for (const { block, code } of locations) {
      if (block === null || manifest.get(block) === undefined || manifest.has(code)) continue;
      // The menu's own entries may be extended or hidden without a page of one's own.
      const items = Object.keys(objectOf(manifest.get(block)) ?? {});
      if (block === "left_menu" && items.every((item) => systemItems.has(item))) continue;
      report([block], `The block ${block} is of no use without the location ${code}.`, {
        found: null,
        fix: `list ${code} in locations, or drop the block.`,
      });
    }
  },
});
