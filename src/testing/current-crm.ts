import type { Host } from "../emulator/sdk/host";

/** The CRM that stands in the window of a test. */
export interface CurrentCrm {
  readonly host: Host;
  /** Takes it away. */
  readonly close: () => void;
}

declare global {
  /** The modules of the host that a widget imports belong to this one. */
  var komponentTestCrm: CurrentCrm | undefined;
}

export function setCurrentCrm(crm: CurrentCrm | undefined): void {
  globalThis.komponentTestCrm = crm;
}

/** Takes away the CRM that a test before has left in the window. */
export function closeCrm(): void {
  globalThis.komponentTestCrm?.close();
  setCurrentCrm(undefined);
}

/** @throws where no CRM stands in the window */
export function readCurrentHost(module: string): Host {
  const crm = globalThis.komponentTestCrm;
  if (crm === undefined) {
    throw new Error(`The module "${module}" belongs to a CRM: call renderArea before you use it.`);
  }
  return crm.host;
}
