import { isVendorHost } from "../../lists/hosts";
import { defineRule, everyBrand } from "../../rule";
import { createMemberReporter } from "./report-member";

export const km214 = defineRule({
  id: "KM214",
  clause: "amoCRM: Structure; Kommo: Create a Public integration",
  title: "A support link or e-mail of the author's own is given.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "Users ask there for help. The vendor's own address, left from a sample, sends them to people who do not know the widget.",
  good: '"support": { "link": "https://notes.acme.com/support" }',
  bad: '"support": { "link": "https://www.amocrm.com" }',
  check(context) {
    const { get } = context.widget.manifest;
    const report = createMemberReporter(context);
    const expected = "an https address of your own, or an e-mail";
    const { link, email } = Object(get("widget", "support")) as { link?: unknown; email?: unknown };
    if (link === undefined && email === undefined)
      return report(["widget", "support"], "No support address is given.", { expected });
    if (link !== undefined) {
      const host = findHost(link);
      const path = ["widget", "support", "link"];
      if (host === null) report(path, "The support link is no https address.", { expected });
      else if (isVendorHost(host) && !context.config.isVendor)
        report(path, "The support link leads to the CRM's vendor.", { expected });
    }
    if (email === undefined) return;
    const path = ["widget", "support", "email"];
    const host =
      typeof email === "string" ? /^[^\s@]+@([^\s@]+\.[^\s@]+)$/.exec(email.trim())?.[1] : undefined;
    if (host === undefined) {
      // A link alone is enough; an empty e-mail beside it says nothing wrong.
      if (link === undefined || email !== "")
        report(path, "The support e-mail is no e-mail address.", { expected });
    } else if (isVendorHost(host) && !context.config.isVendor)
      report(path, "The support e-mail is the CRM vendor's.", { expected });
  },
});

function findHost(link: unknown): string | null {
  if (typeof link !== "string" || !URL.canParse(link.trim())) return null;
  const { protocol, hostname } = new URL(link.trim());
  return protocol === "https:" ? hostname : null;
}
