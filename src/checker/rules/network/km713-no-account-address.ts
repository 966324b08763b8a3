import { defineRule, everyBrand, everyProfile } from "../../rule";
import { hole } from "../../script/fold-string";
import { isLive } from "../../widget/list-addresses";

const account = /^([\w-]+)\.(?:kommo\.com|amocrm\.(?:com|ru))$/;
/** The vendor's own. */
const services =
  /^(?:www|api(?:-\w+)?|st\d*|static|cdn\d*|images?|developers?|forms?|gso|amojo|hooks?|webhooks?|id|auth|oauth|drive(?:-\w+)?|support|help|blog|status|partners?|academy|apps?|mail|files?|talk|chats?|marketplace|integrations?)$/;
const placeholders =
  /^(?:your?|my|sub|example|test|demo|xxx+|account|domain|company|name|subdomain|acme)|(?:domain|subdomain|account|company)$/;

export const km713 = defineRule({
  id: "KM713",
  clause: "Kommo: API (relative addresses in widgets)",
  title: "No account's address is built in.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "In every other account the request goes to a foreign one, and fails.",
  good: '$.get("/api/v4/account");',
  bad: '$.get("https://opt03.kommo.com/api/v4/account");',
  check({ widget, report }) {
    for (const { file, at, host, url } of widget.addresses) {
      const name = account.exec(host)?.[1];
      if (!isLive(file) || name === undefined || services.test(name)) continue;
      const isText = file.startsWith("i18n/");
      if (placeholders.test(name)) continue;
      report({
        file,
        at,
        ...(isText && { severity: "warning" }),
        message: `The address of the account ${name} is built in.`,
        found: url.replaceAll(hole, "…").slice(0, 200),
        expected: "an address without a host: /api/v4/…",
      });
    }
  },
});
