import type { Rule } from "../rule";
import { archiveRules } from "./archive";
import { imageRules } from "./images";
import { javascriptRules } from "./javascript";
import { manifestRules } from "./manifest";
import { textRules } from "./texts";

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  ...archiveRules,
  ...manifestRules,
  ...textRules,
  ...imageRules,
  ...javascriptRules,
];
