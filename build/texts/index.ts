export { checkTextUses, type PlacedTextUse } from "./check-text-uses";
export { compareTexts } from "./compare-texts";
export { findTextUses, type TextUse } from "./find-text-uses";
export { readTexts, type ReadTexts } from "./read-texts";
export type { Text, TextFile } from "./text-file";
export { writeTexts } from "./write-texts";
