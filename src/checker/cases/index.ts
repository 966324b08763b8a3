import { archiveCases } from "./archive";
import { behaviourCases } from "./behaviour";
import { companyCases } from "./company";
import { cssCases } from "./css";
import { imageCases } from "./images";
import { javascriptCases } from "./javascript";
import { manifestCases } from "./manifest";
import { networkCases } from "./network";
import type { CaseTable } from "./rule-case";
import { securityCases } from "./security";
import { serverCases } from "./server";
import { settingsCases } from "./settings";
import { textCases } from "./texts";

export const cases: CaseTable = {
  ...archiveCases,
  ...manifestCases,
  ...textCases,
  ...imageCases,
  ...cssCases,
  ...javascriptCases,
  ...networkCases,
  ...behaviourCases,
  ...settingsCases,
  ...securityCases,
  ...serverCases,
  ...companyCases,
};
