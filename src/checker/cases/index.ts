import { archiveCases } from "./archive";
import { behaviourCases } from "./behaviour";
import { companyCases } from "./company";
import { cssCases } from "./css";
import { imageCases } from "./images";
import { javascriptCases } from "./javascript";
import { manifestCases } from "./manifest";
import { networkCases } from "./network";
import { pageCases } from "./page";
import type { CaseTable, RuleCases } from "./rule-case";
import { securityCases } from "./security";
import { serverCases } from "./server";
import { settingsCases } from "./settings";
import { textCases } from "./texts";

const ofFiles: CaseTable = {
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

/** Of every rule: what it says of the files, and of a page where one was run. */
export const cases: CaseTable = {
  ...ofFiles,
  ...Object.fromEntries(Object.entries(pageCases).map(([id, more]) => [id, join(ofFiles[id], more)])),
};

function join(files: RuleCases | undefined, { good, near, bad }: RuleCases): RuleCases {
  return {
    good: { ...files?.good, ...inPage(good) },
    near: { ...files?.near, ...inPage(near) },
    bad: { ...files?.bad, ...inPage(bad) },
  };
}

function inPage<T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [`in the page: ${name}`, one]));
}
