export { checkTextUses, type UsingSource } from "./check-text-uses";
export { compareTexts } from "./compare-texts";
export { findTextUses, type TextUses } from "./find-text-uses";
export { readTexts, type ReadTexts } from "./read-texts";
export type { Text, TextFile } from "./text-file";
export { writeTexts } from "./write-texts";
