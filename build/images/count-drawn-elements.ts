/**
 * How many elements a drawing comes to when everything that it refers to (`<use>`, masks, patterns, gradients) is
 * drawn out each time: ten elements that each repeat the ten before grow tenfold with every line. Stops counting
 * beyond `most`.
 */
export function countDrawnElements(svg: string, most: number): number {
  const { root, named } = readElements(svg);
  const counts = new Map<Element, number>();
  return count(root);

  function count(element: Element): number {
    const known = counts.get(element);
    if (known !== undefined) return known;
    // What refers to itself draws nothing there.
    counts.set(element, 0);
    let total = element.size;
    for (const id of element.references) {
      const target = named.get(id);
      if (target !== undefined) total += count(target);
      if (total > most) break;
    }
    counts.set(element, total);
    return total;
  }
}

/** No drawing that a program wrote nests deeper. */
const deepest = 500;

interface Element {
  /** Elements in it, itself included. */
  size: number;
  /** The ids that it or an element in it refers to. */
  readonly references: string[];
}

function readElements(svg: string): { root: Element; named: ReadonlyMap<string, Element> } {
  const root: Element = { size: 0, references: [] };
  const named = new Map<string, Element>();
  const open: (Element | null)[] = [];
  for (const [tag, closing, attributes = "", selfClosing] of svg.matchAll(tags)) {
    if (closing !== "") {
      open.pop();
      continue;
    }
    const id = /\sid\s*=\s*["']([^"']*)["']/.exec(tag)?.[1];
    const own = id === undefined ? null : { size: 0, references: [] };
    if (own !== null && id !== undefined) named.set(id, own);
    const references = [...attributes.matchAll(/(?:href\s*=\s*["']|url\(\s*["']?)\s*#([^"')\s]+)/g)];
    for (const around of [root, ...open, own]) {
      if (around === null) continue;
      around.size++;
      around.references.push(...references.map((match) => match[1] as string));
    }
    if (selfClosing === "") open.push(own);
    if (open.length > deepest) root.size = Number.POSITIVE_INFINITY;
    if (root.size === Number.POSITIVE_INFINITY) break;
  }
  return { root, named };
}

// No "<" inside of a tag: each attempt ends at the next one, so that no text takes for ever.
const tags = /<(\/?)[A-Za-z][\w:.-]*((?:"[^"<]*"|'[^'<]*'|[^"'<>/]|\/(?!>))*)(\/?)>/g;
