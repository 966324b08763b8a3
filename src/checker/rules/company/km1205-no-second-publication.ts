import { defineRule, everyBrand } from "../../rule";

export const km1205 = defineRule({
  id: "KM1205",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "The integration is published once.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "A second copy under another brand splits reviews and users.",
  good: "one integration, several languages",
  bad: "the same widget under two brands",
  statement:
    "This integration is not published from another account of ours, nor as a copy under another brand.",
});
