import type { Place } from "../open-area";

/** The page that a widget has to itself: its settings page, its pages of the left menu. (Kommo: Left menu) */
export const workArea: Place = {
  find: ({ widget }) =>
    document.getElementById(`work-area-${widget.params.widget_code}`) ??
    document.getElementById("list_page_holder"),
};
