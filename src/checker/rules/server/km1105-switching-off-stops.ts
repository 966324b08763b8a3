import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km1105 = defineRule({
  id: "KM1105",
  clause: "Kommo: Create a Public integration, Personal integration, OAuth 2.0",
  title: "Switching the widget off stops the service.",
  severity: "manual",
  kind: "attested",
  profiles: everyProfile,
  brands: everyBrand,
  why: "The CRM tells it by a GET with account_id and client_id, or with client_uuid and a signature. What goes on afterwards goes on against the user's will.",
  good: "stop the jobs, delete the tokens",
  bad: "keep on syncing until the token expires",
  statement: "After the hook of a disconnection we stop syncing and billing, and delete or block the tokens.",
});
