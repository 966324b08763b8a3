import { isVendorHost } from "../../lists/hosts";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { isKnownHost } from "../../widget/list-addresses";

export const km1001 = defineRule({
  id: "KM1001",
  clause: "Kommo: Publish an integration, Public integration checklist; amoCRM: Requirements",
  title: "The widget collects only the data that it needs.",
  severity: "manual",
  kind: "attested",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "What is not collected cannot leak.",
  good: "the name of the lead, to show it in a note",
  bad: "all contacts, in case they are needed",
  statement:
    "The list of the data that we read, send and keep is written down, and each item is needed for what the widget does.",
  evidenceFiles: /\.(?:js|twig|html?)$/,
  evidence: (context) => {
    const parts = [
      ["reads", listEntities(context)],
      ["sends to", listHosts(context)],
      ["permissions", listPermissions(context)],
    ] as const;
    const known = parts
      .filter(([, items]) => items.length > 0)
      .map(([name, items]) => `${name}: ${items.join(", ")}`);
    return known.join("; ") || null;
  },
});

/** The CRM's entities whose addresses stand in the code. */
export function listEntities({ widget }: RuleContext): readonly string[] {
  const found = widget.scripts.flatMap(({ file }) =>
    widget
      .referencesOf(file)
      .flatMap(({ text }) =>
        [...text.matchAll(/\/api\/v[234]\/([a-z_]+)/g)].map((match) => match[1] as string),
      ),
  );
  return [...new Set(found)].sort();
}

function listHosts({ widget }: RuleContext): readonly string[] {
  const hosts = widget.addresses.filter(
    ({ file, host }) => /\.js$/i.test(file) && isKnownHost(host) && !isVendorHost(host),
  );
  return [...new Set(hosts.map(({ host }) => host))].sort();
}

function listPermissions({ listing }: RuleContext): readonly string[] {
  const permissions = listing?.get("permissions");
  return Array.isArray(permissions) ? permissions.map(String) : [];
}
