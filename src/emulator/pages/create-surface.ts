import type { Surface } from "../sdk/surface";

/** A surface that the host can be made with before the screens stand. */
export interface PagesSurface extends Surface {
  /** From here on the screens answer. Returns the disposer. */
  connect(screens: Surface): () => void;
}

/** What the SDK asks before the screens are connected is kept for them; afterwards it goes straight to them. */
export function createSurface(): PagesSurface {
  let screens: Surface | null = null;
  let kept: ((to: Surface) => void)[] = [];
  const ask = (question: (to: Surface) => void) => {
    if (screens === null) kept.push(question);
    else question(screens);
  };
  return {
    navigate: (url) => ask((to) => to.navigate(url)),
    back: () => ask((to) => to.back()),
    reload: () => ask((to) => to.reload()),
    showToast: (toast) => ask((to) => to.showToast(toast)),
    setMenuBadge: (widget, item, count) => ask((to) => to.setMenuBadge(widget, item, count)),
    connect(to) {
      screens = to;
      for (const question of kept) question(to);
      kept = [];
      return () => {
        screens = null;
      };
    },
  };
}
