import { defineRule, everyBrand } from "../../rule";

export const km1206 = defineRule({
  id: "KM1206",
  clause: "Kommo: Publish an integration, Public integration checklist; amoCRM: Requirements",
  title: "Users in all target countries can pay.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "A price that nobody can pay is no offer.",
  good: "cards of the Americas and Europe, in USD",
  bad: "a local wallet only",
  statement:
    "Users of all target countries can pay; US dollars or euros are offered; the way of payment in the form is the right one.",
});
