/** A script element in markup. */
export interface ScriptTag {
  readonly at: number;
  /** Null for one without an address. */
  readonly src: string | null;
  /** Holds a template or data, which no browser runs. */
  readonly isData: boolean;
}

const pattern = /<script\b([^>]{0,2000})>/gi;

/** The script elements of a markup; the empty pair with which libraries test what a browser does is none. */
export function findScriptTags(markup: string): readonly ScriptTag[] {
  if (!/<script/i.test(markup)) return [];
  if (/^\s*<script>\s*<\\?\/script>\s*$/i.test(markup)) return [];
  return [...markup.matchAll(pattern)].map((match) => {
    const attributes = match[1] as string;
    const type = /\btype\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1]?.toLowerCase() ?? "";
    return {
      at: match.index,
      src: /\bsrc\s*=\s*["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? null,
      isData: type !== "" && !/^(?:module|(?:text|application)\/(?:java|ecma)script)$/.test(type),
    };
  });
}
