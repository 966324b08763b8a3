import type { Address } from "./list-addresses";
import type { Widget } from "./create-widget";
import { referencesAt } from "./references-at";

const longestTag = 1000;

/** True for the address of a link in a script's markup: a place to read on, which nothing asks by itself. */
export function isLinkedOnly(widget: Widget, { file, at, url }: Address): boolean {
  return referencesAt(widget, file, at).some(({ text }) => /^<a\b/i.test(tagBefore(text, url)));
}

/** The open tag that an address of a text stands in, up to it; empty where it stands in none. */
export function tagBefore(text: string, url: string): string {
  const before = text.slice(0, Math.max(0, text.indexOf(url))).slice(-longestTag);
  const start = before.lastIndexOf("<");
  return start < 0 ? "" : before.slice(start);
}
