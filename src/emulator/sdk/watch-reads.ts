import { findForeignReader } from "./blame";
import { platformMembers } from "../../host/members";
import type { Report } from "./report";

/** Members that the platform has, by their full names: `widget.crm_post`, `APP.sdk.showUserStatus`. */
const known: ReadonlySet<string> = new Set(
  Object.entries(platformMembers).flatMap(([path, names]) => names.map((name) => `${path}.${name}`)),
);

export interface Watch {
  /**
   * Makes reads of members that the object lacks known to the report; what they give stays `undefined`. The watcher
   * stands at the end of the object's prototype chain, so that identity, `in`, enumeration and JSON are as they were,
   * and a member that exists costs nothing.
   */
  watchReads<T extends object>(object: T, path: string): T;
  /** Something of the platform's that is no member, e.g. `APP.constant("features")`, was asked for in vain. */
  noteMissing(member: string): void;
}

/** @param area the area of the page that is open now */
export function createWatch(report: Report, area: () => string): Watch {
  const told = new Set<string>();

  function noteMissing(member: string): void {
    report.unsupported({ member, area: area(), stack: new Error(member).stack ?? "" });
    if (told.has(member)) return;
    told.add(member);
    console.warn(`Komponent's emulator does not have ${member}.`);
  }

  function noteRead(path: string, name: string): void {
    // Two frames of ours stand before the reader: this one and the trap.
    if (findForeignReader(new Error(name).stack, 2) === undefined) return;
    const member = `${path}.${name}`;
    if (known.has(member)) noteMissing(member);
    else report.unknown({ member, area: area() });
  }

  function watchReads<T extends object>(object: T, path: string): T {
    let last: object = object;
    for (let next = Object.getPrototypeOf(last); next !== null && next !== Object.prototype;) {
      last = next;
      next = Object.getPrototypeOf(last);
    }
    const end = new Proxy(Object.prototype, {
      get(target, name, receiver) {
        if (typeof name === "symbol" || name in target) return Reflect.get(target, name, receiver);
        noteRead(path, name);
        return undefined;
      },
      set(target, name, value, receiver) {
        if (typeof name !== "symbol") report.own(`${path}.${name}`);
        return Reflect.set(target, name, value, receiver);
      },
    });
    Object.setPrototypeOf(last, end);
    return object;
  }

  return { watchReads, noteMissing };
}
