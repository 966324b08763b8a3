import type { Rule } from "../rule";
import { archiveRules } from "./archive";
import { behaviourRules } from "./behaviour";
import { companyRules } from "./company";
import { cssRules } from "./css";
import { imageRules } from "./images";
import { javascriptRules } from "./javascript";
import { manifestRules } from "./manifest";
import { networkRules } from "./network";
import { securityRules } from "./security";
import { serverRules } from "./server";
import { settingsRules } from "./settings";
import { textRules } from "./texts";

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  ...archiveRules,
  ...manifestRules,
  ...textRules,
  ...imageRules,
  ...cssRules,
  ...javascriptRules,
  ...networkRules,
  ...behaviourRules,
  ...settingsRules,
  ...securityRules,
  ...serverRules,
  ...companyRules,
];
