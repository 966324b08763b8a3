import { archiveCases } from "./archive";
import { javascriptCases } from "./javascript";
import type { CaseTable } from "./rule-case";

export const cases: CaseTable = { ...archiveCases, ...javascriptCases };
