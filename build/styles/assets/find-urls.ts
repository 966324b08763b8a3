import { string, url } from "../../../src/checker/engines/css";
import type { CssItem } from "../syntax/parse-items";
import { isBlank } from "../syntax/parse-items";
import type { CssValue } from "../syntax/read-values";

/** An address in a declaration, and the range of the text that names it: `url(…)`, or a text in quotes. */
export interface UrlUse {
  readonly address: string;
  readonly start: number;
  readonly end: number;
  /** Whether the range is a bare text, as in `image-set("a.png" 1x)`. */
  readonly isString: boolean;
}

/** Finds every address that the declarations of a sheet name. */
export function findUrls(text: string, items: readonly CssItem[]): UrlUse[] {
  return items.flatMap((item) => {
    if (item.type === "junk") return [];
    return item.type === "declaration" ? readUrls(text, item.value) : findUrls(text, item.body?.items ?? []);
  });
}

function readUrls(text: string, values: readonly CssValue[]): UrlUse[] {
  return values.flatMap((value) => {
    const { type, start, end } = value;
    if (type === "url") return [{ address: url.decode(text.slice(start, end)), start, end, isString: false }];
    if (value.values === null) return [];
    const name = type === "function" ? text.slice(start, text.indexOf("(", start)).toLowerCase() : "";
    if (name === "url" || name === "src") {
      const [inner] = value.values.filter((inside) => !isBlank(inside));
      if (inner?.type !== "string") return [];
      return [{ address: string.decode(text.slice(inner.start, inner.end)), start, end, isString: false }];
    }
    const isSet = name === "image-set" || name === "-webkit-image-set";
    const strings = isSet ? value.values.filter((inside) => inside.type === "string") : [];
    const bare = strings.map((inner) => ({
      address: string.decode(text.slice(inner.start, inner.end)),
      start: inner.start,
      end: inner.end,
      isString: true,
    }));
    return [...bare, ...readUrls(text, value.values)];
  });
}
