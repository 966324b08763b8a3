import type { Host } from "../../emulator/sdk/host";
import { readCurrentHost } from "../current-crm";

type HostClass = new (...args: never[]) => object;

/** A class that is imported once and belongs to whichever CRM stands in the window when it is used. */
export function belongToHost(name: string, choose: (host: Host) => HostClass): HostClass {
  const current = () => choose(readCurrentHost(name));
  return new Proxy(function () {} as unknown as HostClass, {
    construct: (_target, args) => Reflect.construct(current(), args) as object,
    get: (_target, member) => Reflect.get(current(), member) as unknown,
  });
}
