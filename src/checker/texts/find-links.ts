import { readTags } from "./read-markup";

export interface Link {
  readonly url: string;
  /** Written as plain text, not as the address of an <a>. */
  readonly isBare: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

const urlPattern = /(?:https?:\/\/|www\.)[^\s"'<>()[\]{}]+[^\s"'<>()[\]{}.,;:!?]/gi;

/** The CRM makes a link of `#LINK#https://…#/LINK#` (amoCRM: Fields). */
const opening = "#LINK#";
const closing = "#/LINK#";
const hostsOwn: ReadonlyMap<string, string> = new Map([
  ["target", "_blank"],
  ["referrerpolicy", "no-referrer"],
]);

/** Every web address of a text: those of links, and those that stand in the open. */
export function findLinks(text: string): readonly Link[] {
  const tags = readTags(text);
  const links: Link[] = [];
  let depth = 0;
  let at = 0;
  const readOpenText = (end: number) => {
    if (depth > 0) return;
    const open = text.slice(at, end);
    for (const { 0: url, index } of open.matchAll(urlPattern)) {
      const isMarked = open.startsWith(opening, index - opening.length) && url.endsWith(closing);
      if (isMarked) links.push({ url: url.slice(0, -closing.length), isBare: false, attributes: hostsOwn });
      else links.push({ url, isBare: true, attributes: new Map() });
    }
  };
  for (const tag of tags) {
    readOpenText(tag.start);
    at = tag.end;
    if (tag.name === "/a") depth = Math.max(0, depth - 1);
    if (tag.name !== "a") continue;
    depth++;
    links.push({ url: tag.attributes.get("href") ?? "", isBare: false, attributes: tag.attributes });
  }
  readOpenText(text.length);
  return links;
}

/** The text without addresses, e-mails, host names and mentions: what is left is prose. */
export function removeAddresses(text: string): string {
  return text
    .replace(/(?:https?:\/\/|www\.)[^\s"'<>]+/gi, " ")
    .replace(/[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,100}/g, " ")
    .replace(/@[\w-]{1,64}/g, " ")
    .replace(/\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.[a-z]{2,24}\b(?:\/\S*)?/gi, " ");
}
