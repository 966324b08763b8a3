import { standIn } from "../../sdk/watch-natives";

export type Method = (...args: unknown[]) => unknown;

/** Stands in for members of the page's own prototypes, until all are given back. */
export interface Patcher {
  method(owner: object, name: string, wrap: (original: Method) => Method): void;
  /** Where the property has no setter, or no getter, the original is undefined. */
  accessor(
    owner: object,
    name: string,
    wrap: (original: { readonly get?: Method; readonly set?: Method }) => { get?: Method; set?: Method },
  ): void;
  restore(): void;
}

export function createPatcher(): Patcher {
  const restorers: (() => void)[] = [];
  return {
    method(owner, name, wrap) {
      const original = Reflect.get(owner, name) as Method;
      Reflect.set(owner, name, Object.defineProperty(wrap(original), standIn, { value: true }));
      restorers.push(() => Reflect.set(owner, name, original));
    },
    accessor(owner, name, wrap) {
      const original = Object.getOwnPropertyDescriptor(owner, name);
      if (original === undefined) return;
      const { get, set } = original;
      const changed = wrap({ ...(get && { get: get as Method }), ...(set && { set: set as Method }) });
      Object.defineProperty(owner, name, { ...original, ...changed });
      restorers.push(() => Object.defineProperty(owner, name, original));
    },
    restore() {
      for (const one of restorers.toReversed()) one();
    },
  };
}
