import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km1103 = defineRule({
  id: "KM1103",
  clause: "Kommo: Authorization, Salesbot in Digital Pipeline; amoCRM: OAuth, Digital pipeline",
  title: "Hooks are answered in time.",
  severity: "manual",
  kind: "attested",
  profiles: everyProfile,
  brands: everyBrand,
  why: "The hook of an installation waits 3 seconds and is not sent again; the Salesbot waits 2 seconds for a widget_request.",
  good: "store the code, answer 200, exchange it afterwards",
  bad: "exchange the code, read all leads, answer",
  statement:
    "Our server answers the hook of an installation within 3 seconds, storing first and exchanging later, and a request of the Salesbot within 2 seconds; hooks that were lost can be recovered.",
});
