import { useLayoutEffect } from "preact/hooks";
import type { KommoWidget, SelectedItem } from "../../host";
import { useHost } from "./use-host";
import { useRedraw } from "./use-redraw";

/** The rows that are ticked on the list's open page; the component is drawn again when the user ticks others. */
export function useSelection(): readonly SelectedItem[] {
  const widget = useHost();
  const redraw = useRedraw();
  // Not after the next paint: a row that is ticked meanwhile would be missed.
  useLayoutEffect(() => {
    const list = APP.data.current_list;
    list?.on("change:is_checked", redraw);
    return () => list?.off("change:is_checked", redraw);
  }, []);
  return readSelection(widget);
}

// The host answers for leads, contacts and customers only; companies and tasks have the same list of models.
function readSelection(widget: KommoWidget): readonly SelectedItem[] {
  const answer = widget.list_selected();
  if (answer) return answer.selected;
  const rows = APP.data.current_list?.where({ is_checked: true }) ?? [];
  return rows.map((row) => ({ id: row.id, type: String(row.get("entity")), emails: [], phones: [] }));
}
