import type { Host } from "../emulator/sdk/host";

declare global {
  /** The CRM that stands in the window of this test, for the host's modules that widgets import. */
  var komponentTestHost: Host | undefined;
}

/** Says which CRM the host's modules belong to from now on; undefined: to none. */
export function setCurrentHost(host: Host | undefined): void {
  globalThis.komponentTestHost = host;
}

/** @throws where no CRM stands in the window */
export function readCurrentHost(module: string): Host {
  const host = globalThis.komponentTestHost;
  if (host === undefined)
    throw new Error(`The module "${module}" belongs to a CRM: call renderArea before you use it.`);
  return host;
}
