import type { Compound, SelectorPart } from "../syntax/parse-selectors";
import { isAlternative, readAlternatives } from "../syntax/read-alternatives";
import type { TextEdit } from "./text-edit";

/** How many compounds at the beginning of a selector speak of the page: `html`, `body`, `:root`, `:scope`. */
export function countPageCompounds(text: string, compounds: readonly Compound[]): number {
  const end = compounds.findIndex((compound) => !isPageCompound(text, compound));
  return end === -1 ? compounds.length : end;
}

export function isPageCompound(text: string, { parts }: Compound): boolean {
  if (parts.some(isPagePart)) return true;
  const [part, ...others] = parts.filter(({ type }) => type !== "pseudo-element");
  if (part === undefined || others.length > 0 || !isAlternative(part)) return false;
  const branches = readAlternatives(text, part);
  return branches.length > 0 && branches.every(({ compounds }) => countPageCompounds(text, compounds) > 0);
}

/**
 * Puts the root in the place of the page: `body` becomes the root; a condition on the page (`html.dark`) stays, and
 * the root follows it; pseudo-elements go to the root.
 */
export function replacePage(text: string, head: readonly Compound[], root: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const last = head.at(-1) as Compound;
  let kept: Compound | undefined;
  for (const [index, compound] of head.entries()) {
    const next = head[index + 1];
    const isBare = isBareCompound(text, compound);
    if (next === undefined) break;
    if (isBare) edits.push({ start: compound.start, end: next.start, text: "" });
    else kept = compound;
  }
  const end = last.parts.find(({ type }) => type === "pseudo-element")?.start ?? last.end;
  if (!isBareCompound(text, last)) return [...edits, { start: end, end, text: ` ${root}` }];
  // No element of the page is the parent of the root: a combinator before it can only be the descendant's.
  const start = kept === undefined ? last.start : kept.end;
  return [
    ...edits.filter((edit) => edit.end <= start),
    { start, end, text: kept === undefined ? root : ` ${root}` },
  ];
}

/** Whether a compound names an element of the page and demands nothing of it. */
function isBareCompound(text: string, { parts }: Compound): boolean {
  const [part, ...others] = parts.filter(({ type }) => type !== "pseudo-element");
  if (part === undefined || others.length > 0) return false;
  if (!isAlternative(part)) return isPagePart(part);
  return readAlternatives(text, part).every(({ compounds }) =>
    compounds.every((compound) => compound.parts.length === 1 && isBareCompound(text, compound)),
  );
}

export function isPagePart({ type, name }: SelectorPart): boolean {
  if (type === "tag") return name === "html" || name === "body";
  return type === "pseudo-class" && (name === "root" || name === "scope");
}
