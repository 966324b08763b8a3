import { defineRule } from "../../rule";

export const km1207 = defineRule({
  id: "KM1207",
  clause: "amoCRM: Requirements",
  title: "The integrator's code is kept.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: ["amocrm"],
  why: "It is the agreement under which amoCRM publishes.",
  good: "other public products in a section of their own",
  bad: "an advertisement for another CRM",
  statement:
    "We build no competing CRM; other public products are named only in a section of their own in the settings; private ones nowhere.",
});
