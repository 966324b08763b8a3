import { findForeignReader } from "./blame";
import type { Report } from "./report";

/** Members that the platform has, by their full names: `widget.crm_post`, `APP.sdk.showUserStatus`. */
export type KnownMembers = ReadonlySet<string>;

export interface Watch {
  /**
   * Makes reads of members that the object lacks known to the report; what they give stays `undefined`. The watcher
   * stands at the end of the object's prototype chain, so that identity, `in`, enumeration and JSON are as they were,
   * and a member that exists costs nothing.
   */
  watchReads<T extends object>(object: T, path: string): T;
}

/**
 * @param area the area of the page that is open now
 * @param members the platform's table: such a name is unsupported, any other is unknown
 */
export function createWatch(report: Report, members: KnownMembers, area: () => string): Watch {
  const told = new Set<string>();

  function note(path: string, name: string): void {
    // Two frames of ours stand before the reader: this one and the trap.
    const { stack } = new Error(`${path}.${name}`);
    if (findForeignReader(stack, 2) === undefined) return;
    const member = `${path}.${name}`;
    if (!members.has(member)) {
      report.unknown({ member, area: area() });
      return;
    }
    report.unsupported({ member, area: area(), stack: stack ?? "" });
    if (told.has(member)) return;
    told.add(member);
    console.warn(`Komponent's emulator does not have ${member} yet; it reads as undefined.`);
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
        note(path, name);
        return undefined;
      },
    });
    Object.setPrototypeOf(last, end);
    return object;
  }

  return { watchReads };
}
