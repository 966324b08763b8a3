import type { Rule } from "../rule";
import { archiveRules } from "./archive";
import { javascriptRules } from "./javascript";
import { manifestRules } from "./manifest";

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [...archiveRules, ...manifestRules, ...javascriptRules];
