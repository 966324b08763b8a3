import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { listEntities } from "../security/km1001-data-minimum";

/** What stands in an address of the API, and the permission that it asks for. */
const families: Readonly<Record<string, string>> = {
  files: "files",
  users: "users",
  notifications: "notification centre",
  chats: "external chats",
};

export const km1106 = defineRule({
  id: "KM1106",
  clause: "Kommo: Create a Public integration; amoCRM: Scopes",
  title: "Only the permissions that are needed are ticked.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "The user reads the list before installing.",
  good: "access to account data",
  bad: "every box",
  statement: "Each permission that is ticked in the form is used.",
  evidenceFiles: /\.js$/,
  evidence: (context) => describePermissions(context),
});

function describePermissions(context: RuleContext): string | null {
  const asked = listEntities(context).flatMap((entity) => families[entity] ?? []);
  const ticked = context.listing?.get("permissions");
  const parts = [
    ...(Array.isArray(ticked) ? [`ticked: ${ticked.map(String).join(", ") || "none"}`] : []),
    ...(asked.length > 0 ? [`the code asks for: ${asked.join(", ")}`] : []),
  ];
  return parts.join("; ") || null;
}
