import { archiveCases } from "./archive";
import { imageCases } from "./images";
import { javascriptCases } from "./javascript";
import { manifestCases } from "./manifest";
import type { CaseTable } from "./rule-case";
import { textCases } from "./texts";

export const cases: CaseTable = {
  ...archiveCases,
  ...manifestCases,
  ...textCases,
  ...imageCases,
  ...javascriptCases,
};
