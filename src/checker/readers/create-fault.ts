import type { ReaderFault } from "../widget/widget-files";

export function createFault(fault: Pick<ReaderFault, "message"> & Partial<ReaderFault>): ReaderFault {
  return { entry: null, severity: "error", found: null, expected: null, fix: null, ...fault };
}
