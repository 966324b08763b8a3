import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km1104 = defineRule({
  id: "KM1104",
  clause: "Kommo: Installing and configuring, Public integration checklist; amoCRM: Requirements",
  title: "Tokens are kept safely, and accounts are kept apart.",
  severity: "manual",
  kind: "attested",
  profiles: everyProfile,
  brands: everyBrand,
  why: "A refresh token opens an account for three months. One user may install the widget in several accounts.",
  good: "tokens encrypted, keyed by the account's id",
  bad: "one table of tokens by user",
  statement:
    "Tokens are stored encrypted, with the time they expire; the data of accounts never mix, not even for one user in several of them; only the vendor's hosts are taken as the address of an account.",
});
