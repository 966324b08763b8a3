import { CssStop } from "./css-fault";
import { parseSelectors, type Selector, type SelectorPart } from "./parse-selectors";

/** Whether a part is `:is()` or one of its kin: it matches what one of its selectors matches. */
export function isAlternative({ type, name, args }: SelectorPart): boolean {
  return type === "pseudo-class" && args !== null && names.has(name);
}

const names: ReadonlySet<string> = new Set(["is", "where", "matches", "-webkit-any", "-moz-any"]);

/** The selectors inside `:is()`; none where one cannot be read, which browsers forgive. */
export function readAlternatives(text: string, { args }: SelectorPart): Selector[] {
  try {
    return parseSelectors(text, args ?? []);
  } catch (error) {
    if (error instanceof CssStop) return [];
    throw error;
  }
}
