import { defineRule, everyBrand } from "../../rule";

export const km1203 = defineRule({
  id: "KM1203",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "Support is the author's own.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "The CRM's support does not know the widget. Whoever asks for a login to the CRM in the vendor's name is a fraud.",
  good: "write to help@acme.com",
  bad: "ask the CRM's support",
  statement:
    "We support our users ourselves. We do not send them to the CRM's support, do not pose as it, and never ask for a login to the CRM.",
});
