import { readImage } from "../../images/read-image";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { objectOf } from "../../widget/manifest-view";

const mostIconBytes = 100 * 1024;

export const km1107 = defineRule({
  id: "KM1107",
  clause: "Kommo: Channel registration; amoCRM: Chats",
  title: "The data of a chat channel are in order.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  why: "The channel is registered by hand from these data; a mistake in them costs days.",
  good: "Acme, https://chat.acme.com/in/:scope_id, a round SVG of 14×14",
  bad: "1chat; an address without :scope_id",
  statement:
    "The request for a chat channel has a Latin name, an address with :scope_id and a round SVG of 14×14; there is one channel for this integration, and its secret stays on our server.",
  evidence: ({ listing }) => {
    const channel = objectOf(listing?.get("channel"));
    return channel === null ? "no channel is described in listing.json" : JSON.stringify(channel);
  },
  check(context) {
    const channel = objectOf(context.listing?.get("channel"));
    if (channel === null) return context.skip("listing.json describes no chat channel");
    const tell = (message: string, found: unknown, expected: string) =>
      context.report({ file: null, message, found: found === undefined ? null : String(found), expected });
    const { name, webhook } = channel;
    if (typeof name !== "string" || !/^[A-Za-z][\x20-\x7e]*$/.test(name))
      tell(
        "The name of the channel is not Latin, or begins with a digit.",
        name,
        "Latin letters, no digit first",
      );
    if (typeof webhook !== "string" || !/^https:\/\/.+:scope_id/.test(webhook))
      tell("The webhook of the channel is not https, or has no :scope_id.", webhook, "https://…/:scope_id");
    checkIcon(context, channel["icon"], tell);
  },
});

function checkIcon(
  { listing, brand }: RuleContext,
  path: unknown,
  tell: (message: string, found: unknown, expected: string) => void,
): void {
  const bytes = typeof path === "string" ? listing?.files.get(path) : undefined;
  if (bytes === undefined)
    return tell("The icon of the channel is not there.", path, "the path of an SVG of 14×14");
  const { format, width, height } = readImage(bytes);
  if (format !== "svg") return tell("The icon of the channel is no SVG.", format, "SVG");
  if (width !== null && height !== null && (width !== 14 || height !== 14))
    tell("The icon of the channel has the wrong size.", `${width}×${height}`, "14×14");
  if (brand === "amocrm" && bytes.length > mostIconBytes)
    tell("The icon of the channel is too heavy.", `${Math.round(bytes.length / 1024)} KB`, "at most 100 KB");
}
