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
  check({ skip }) {
    skip("what is left in the page after the widget is switched off was not looked at");
  },
});
