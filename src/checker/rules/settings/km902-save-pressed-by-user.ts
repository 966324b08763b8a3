import { findSimulatedClicks } from "../../script/find-simulated-clicks";
import { defineRule, everyBrand } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import type { Widget } from "../../widget/create-widget";

const buttons = /\.js-widget-save\b|#save_[\w\ufffc]|\.widget_settings_block__controls\b/;

export const km902 = defineRule({
  id: "KM902",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Code presses Save only where the user has nothing to set.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script"],
  needsArchive: true,
  needsManifest: true,
  why: "What a user has typed and not yet saved is the user's own affair.",
  good: 'settings of one hidden custom field, and $(".js-widget-save").trigger("click")',
  bad: "two text fields, and the same",
  check({ widget, report }) {
    const field = findVisibleField(widget);
    if (field === null) return;
    for (const script of widget.scripts) {
      for (const { call, selector } of findSimulatedClicks(script)) {
        if (!buttons.test(selector)) continue;
        report({
          file: script.file,
          at: call.start,
          message: `This presses Save in the user's place, and there is "${field}" to set.`,
          found: script.source.slice(call.start, call.end).slice(0, 120),
          fix: "let the user press it.",
        });
      }
    }
  },
});

function findVisibleField({ manifest }: Widget): string | null {
  const fields = Object.entries(objectOf(manifest.get("settings")) ?? {});
  const visible = fields.find(([, value]) => {
    const field = objectOf(value);
    return field?.["type"] !== "custom" || field["required"] === true;
  });
  return visible?.[0] ?? null;
}
