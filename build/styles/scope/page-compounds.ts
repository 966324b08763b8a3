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
  const last = head.at(-1) as Compound;
  const end = last.parts.find(({ type }) => type === "pseudo-element")?.start ?? last.end;
  if (!isBareCompound(text, last)) {
    return [...dropPage(text, head.slice(0, -1), last.start), { start: end, end, text: ` ${root}` }];
  }
  return [...dropPage(text, head.slice(0, -1), last.start), { start: last.start, end, text: root }];
}

/**
 * Removes what names the page and demands nothing of it, up to an offset behind it. What stays is an ancestor of what
 * follows, and no more: no element of the page is the parent of the root.
 */
export function dropPage(text: string, head: readonly Compound[], end: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let start = head[0]?.start ?? end;
  for (const compound of head) {
    if (isBareCompound(text, compound)) continue;
    if (start < compound.start) edits.push({ start, end: compound.start, text: "" });
    start = compound.end;
  }
  const isKept = head.some((compound) => compound.end === start);
  return start === end ? edits : [...edits, { start, end, text: isKept ? " " : "" }];
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
