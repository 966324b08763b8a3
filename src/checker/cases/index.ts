import { archiveCases } from "./archive";
import { javascriptCases } from "./javascript";
import { manifestCases } from "./manifest";
import type { CaseTable } from "./rule-case";

export const cases: CaseTable = { ...archiveCases, ...manifestCases, ...javascriptCases };
