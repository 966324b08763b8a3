import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km811 = defineRule({
  id: "KM811",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "The user can switch the widget off at any time, and nothing of it stays.",
  severity: "error",
  kind: "page",
  profiles: everyProfile,
  brands: everyBrand,
  why: "A panel that stays after its widget was switched off cannot be taken away by anybody.",
  good: "destroy: function () { $panel.remove(); $(document).off('.acme'); }",
  bad: "destroy: function () {}",
  inPage: {
    sees: ["remains", "late-error"],
    describe({ kind, subject, detail }) {
      if (kind === "late-error")
        return { message: "After it was switched off, the widget throws an error.", found: subject };
      return {
        // It does nothing any more, as long as its rules reach nothing of the CRM's.
        ...(detail === "a style sheet" && { severity: "warning" }),
        message: `After the widget was switched off, ${detail} of it is still there.`,
        found: subject,
        fix: "take away in destroy what the widget has put there.",
      };
    },
  },
});
