import { platformError } from "../blame";

type Constructor = new () => object;

/**
 * The platform's inheritance: the author's function loses its prototype and gets a fresh one that inherits from the
 * system's Widget, whose own constructor is not run. A class has a prototype that cannot be replaced, and an arrow
 * function has none; neither works.
 */
export function extendWidget(author: object, base: object): Constructor {
  const own = Object.getOwnPropertyDescriptor(author, "prototype");
  if (own?.writable === false) {
    throw platformError(
      "script.js gives a class; the platform replaces the prototype, which a class forbids",
    );
  }
  if (own === undefined) {
    throw platformError("script.js gives an arrow function or a method; the platform needs a plain function");
  }
  const prototype: object = Object.create(base);
  Object.defineProperty(prototype, "constructor", { value: author, writable: true, configurable: true });
  Reflect.set(author, "prototype", prototype);
  return author as Constructor;
}
