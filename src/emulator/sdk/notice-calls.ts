import type { Report } from "./report";

/**
 * Gives the same methods, each of which counts its calls under `<path>.<name>`. Members that are no functions stay as
 * they are.
 */
export function noticeCalls<T extends object>(members: T, path: string, report: Report): T {
  const noticed: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(members)) {
    noticed[name] =
      typeof member !== "function"
        ? member
        : function (this: unknown, ...args: unknown[]): unknown {
            report.call(`${path}.${name}`);
            return Reflect.apply(member, this, args) as unknown;
          };
  }
  return noticed as T;
}
