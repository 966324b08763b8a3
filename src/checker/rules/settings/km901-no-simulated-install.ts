import { findSimulatedClicks } from "../../script/find-simulated-clicks";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, everyProfile } from "../../rule";

const buttons = /\.js-widget-(?:un)?install\b|\.install-widget__button\b|#widget_active__sw\b/;

export const km901 = defineRule({
  id: "KM901",
  clause: "Kommo: Public integration checklist, Publish an integration, Authorization; amoCRM: Requirements",
  title: "No code presses Install or Uninstall in the user's place.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  firm: true,
  why: "Installing grants access to the account's data. Only the user may do that.",
  good: '$(".js-widget-install").on("click", remember);',
  bad: '$(".js-widget-install").trigger("click");',
  check({ widget, config, report }) {
    for (const script of widget.scripts) {
      for (const { call, selector } of findSimulatedClicks(script)) {
        const isOwn = config.code !== null && selector.includes(`button#${config.code}`);
        if (!buttons.test(selector) && !isOwn) continue;
        report({
          file: script.file,
          at: call.start,
          message: "This presses the button for installing in the user's place.",
          found: script.source.slice(call.start, call.end).slice(0, 120),
          fix: "let the user press it; tell what to do in a text.",
        });
      }
    }
  },
  inPage: {
    sees: ["pressed"],
    describe: (sight) => ({
      message: `The button for installing is pressed in the user's place ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      fix: "let the user press it; tell what to do in a text.",
    }),
  },
});
