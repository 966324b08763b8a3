import { isDevelopmentHost, isExampleHost } from "../../lists/hosts";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";

export const km1102 = defineRule({
  id: "KM1102",
  clause: "Kommo: Create a Public integration, Personal integration; amoCRM: OAuth step by step",
  title: "The redirect address is https, on a real domain, and stays reachable.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  why: "The CRM sends the keys of every installation there, and looks from time to time whether it answers.",
  good: "https://acme.com/oauth",
  bad: "http://localhost/oauth; https://xn--80aswg.com",
  statement:
    "The domain of the redirect address has a valid certificate, and we are told when it stops answering.",
  evidence: (context) => findRedirect(context),
  check(context) {
    const url = findRedirect(context);
    if (url === null) return context.skip("neither check.json nor listing.json names the redirect address");
    const fault = findFault(url);
    if (fault !== null)
      context.report({
        file: null,
        message: `The redirect address ${fault}.`,
        found: url,
        expected: "https://…",
      });
  },
});

function findRedirect({ config, listing }: RuleContext): string | null {
  const inForm = listing?.get("redirectUrl");
  return typeof inForm === "string" && inForm !== "" ? inForm : config.redirectUrl;
}

function findFault(url: string): string | null {
  if (!URL.canParse(url)) return "is no address";
  const { protocol, hostname } = new URL(url);
  if (protocol !== "https:") return "is not https";
  if (/(?:^|\.)xn--/.test(hostname)) return "is on a domain in letters beyond ASCII";
  return isDevelopmentHost(hostname) || isExampleHost(hostname)
    ? "is one of a developer's machine or of an example"
    : null;
}
