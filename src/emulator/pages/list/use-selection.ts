import { useEffect, useReducer } from "preact/hooks";
import { useCrm, useStore } from "../crm";

/** Which rows of the open list are ticked. */
export interface Selection {
  readonly ids: readonly number[];
  has(id: number): boolean;
  set(id: number, isTicked: boolean): void;
  setAll(isTicked: boolean): void;
}

/** Follows the ticks of the open list: the SDK's collection holds them, and widgets read them there. */
export function useSelection(): Selection {
  const { host, opened, window } = useCrm();
  useStore(opened);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const rows = host.list;
  useEffect(() => {
    if (rows === null) return;
    const follow = () => redraw(undefined);
    rows.on("change:is_checked reset", follow);
    return () => void rows.off("change:is_checked reset", follow);
  }, [rows]);

  const tell = () => host.$(window.document.getElementById("list_table") ?? []).trigger("list:checkbox");
  const ids = (rows?.models ?? [])
    .filter((row) => row.get("is_checked") === true)
    .map((row) => Number(row.id));
  return {
    ids,
    has: (id) => ids.includes(id),
    set(id, isTicked) {
      rows?.get(id)?.set({ is_checked: isTicked, checked: isTicked });
      tell();
    },
    setAll(isTicked) {
      for (const row of rows?.models ?? []) row.set({ is_checked: isTicked, checked: isTicked });
      tell();
    },
  };
}
