import { emptyConfig } from "../config/check-config";
import { readListing } from "../config/listing";
import { unchanged, type CaseTable } from "./rule-case";

const redirect = (redirectUrl: string) => ({ config: { ...emptyConfig, redirectUrl } });
const icon = (size: number) => new TextEncoder().encode(`<svg width="${size}" height="${size}"></svg>`);

export const serverCases: CaseTable = {
  KM1101: {
    good: { "no log-in": unchanged },
    near: {
      "a path that only looks alike": {
        widget: (w) => w.script('    $.get("https://api.acme.com/auth.php");'),
      },
    },
    bad: {
      "the old log-in": {
        widget: (w) => w.script('    $.post("/private/api/auth.php", d);'),
        finds: [{ file: "script.js", line: 3, severity: "error", message: "This logs in the old way." }],
      },
    },
  },
  KM1102: {
    good: {
      "https on a domain of one's own": { widget: (w) => w, options: redirect("https://acme.com/oauth") },
    },
    near: {
      "a name that only begins like a tunnel": {
        widget: (w) => w,
        options: redirect("https://ngrok.acme.com/oauth"),
      },
    },
    bad: Object.fromEntries(
      [
        ["http://acme.com", "is not https"],
        ["https://xn--80aswg.com", "is on a domain in letters beyond ASCII"],
        ["https://сайт.com", "is on a domain in letters beyond ASCII"],
        ["https://127.0.0.1/oauth", "is one of a developer's machine or of an example"],
        ["https://a1.ngrok.io/oauth", "is one of a developer's machine or of an example"],
        ["acme", "is no address"],
      ].map(([url, fault]) => [
        `the address ${url}`,
        {
          widget: (w) => w,
          options: redirect(url as string),
          finds: [{ file: null, message: `The redirect address ${fault}.`, found: url as string }],
        },
      ]),
    ),
  },
  KM1107: {
    good: { "a channel in order": { widget: (w) => w, options: channel({}) } },
    near: {
      "a name with blanks and digits": { widget: (w) => w, options: channel({ name: "Acme Chat 2" }) },
    },
    bad: {
      "a digit first, no :scope_id, a wrong size": {
        widget: (w) => w,
        options: channel({ name: "1chat", webhook: "https://chat.acme.com/in" }, 24),
        finds: [
          {
            file: null,
            message: "The name of the channel is not Latin, or begins with a digit.",
            found: "1chat",
          },
          { message: "The webhook of the channel is not https, or has no :scope_id." },
          { message: "The icon of the channel has the wrong size.", found: "24×24" },
        ],
      },
    },
  },
};

function channel(change: Record<string, string>, size = 14) {
  const data = { name: "Acme", webhook: "https://chat.acme.com/in/:scope_id", icon: "chat.svg", ...change };
  return {
    listing: readListing(JSON.stringify({ channel: data }), () => new Map([["chat.svg", icon(size)]])),
  };
}
