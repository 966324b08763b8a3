/** As much of PostCSS's tree as is needed, whichever syntax made it. */
export interface StyleNode {
  readonly type: string;
  readonly name?: string;
  readonly params?: string;
  readonly prop?: string;
  readonly selector?: string;
  readonly raws: Readonly<Record<string, unknown>>;
  readonly source?: {
    readonly start?: { readonly offset: number };
    readonly end?: { readonly offset: number };
  };
  readonly nodes?: readonly StyleNode[];
}

const known =
  /^(?:media|supports|font-face|(?:-\w+-)?keyframes|layer|container|property|page|scope|starting-style|import|charset|namespace|counter-style)$/i;

/**
 * Turns a sheet of SCSS into CSS by blanking what only Sass understands, so that every place stays where it is:
 * comments of one line, variables, mixins that are included. Of a block under a control directive, a mixin or a selector
 * that Sass makes up, only the head goes; what is inside is looked at as if it stood under `&`.
 */
export function blankPreprocessed(root: StyleNode, text: string): string {
  const parts: string[] = [];
  let at = 0;
  const blank = (start: number, end: number, instead = "") => {
    if (start < at) return;
    parts.push(
      text.slice(at, start),
      instead,
      text.slice(start + instead.length, end).replaceAll(/[^\n]/g, " "),
    );
    at = end;
  };
  const stack = (root.nodes ?? []).toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const start = node.source?.start?.offset ?? 0;
    const end = node.source?.end?.offset ?? start;
    if (node.nodes === undefined) {
      if (!isPlain(node)) blank(start, end);
    } else {
      if (!isPlain(node)) blank(start, findBrace(node, text, end), "&");
      stack.push(...node.nodes.toReversed());
    }
  }
  return parts.join("") + text.slice(at);
}

function isPlain({ type, name = "", params = "", prop = "", selector = "", raws }: StyleNode): boolean {
  if (type === "comment") return raws["inline"] !== true;
  if (type === "decl") return !/[$@#]/.test(prop);
  if (type === "atrule") return known.test(name) && !/[$#]/.test(params);
  return !/#\{|\$|%|:$/.test(selector);
}

/** Between the brace and what stands first behind it there is only white space. */
function findBrace({ nodes }: StyleNode, text: string, end: number): number {
  const first = nodes?.[0]?.source?.start?.offset ?? end;
  return text.lastIndexOf("{", first - 1);
}
