import type { Libraries } from "../libraries";
import type { Surface } from "../surface";

/** Answers whether the page may be left; a promise holds the answer back. */
type Guard = () => boolean | PromiseLike<boolean>;

/**
 * Makes `APP.router`. Not documented; what widgets were seen to call: navigation inside the CRM, and guards that are
 * asked before a page is left.
 */
export function createRouter(libraries: Pick<Libraries, "_" | "Backbone">, surface: Surface) {
  const guards = new Map<string, Guard>();
  let isPrevented = false;
  const { _, Backbone } = libraries;

  async function confirmPageChange(): Promise<boolean> {
    for (const guard of guards.values()) if ((await guard()) === false) return false;
    return true;
  }

  return _.extend(
    {
      /** Holds every change of the page, until it is called with false. */
      preventPageChange: (flag: unknown = true) => void (isPrevented = flag !== false),
      navigate(url: string): void {
        if (isPrevented) return;
        if (guards.size === 0) return surface.navigate(String(url));
        void confirmPageChange().then((may: boolean) => (may ? surface.navigate(String(url)) : undefined));
      },
      back: () => surface.back(),
      reload: () => surface.reload(),
      confirmPageChange,
      registerPreventConfig: (name: string, guard: Guard) => void guards.set(name, guard),
      removePreventConfig: (name: string) => void guards.delete(name),
    },
    Backbone.Events,
  );
}
