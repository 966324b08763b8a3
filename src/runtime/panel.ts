import $ from "jquery";
import type { AreaContext } from "./area";
import type { Place } from "./open-area";

/** A block of the widget's own in the right-hand panel of cards and lists. (Kommo: Card SDK, Lists SDK) */
export const panel: Place = {
  find: () => document.querySelector("#widgets_block .card-widgets__elements"),
  enter: (context, elements) => insertBlock(context, elements),
};

/** Inserts the block, which goes with the area, and gives its body. `onBeforeCloseWidgetBlock` may keep it open. */
export function insertBlock(
  { widget, signal }: AreaContext,
  elements: Element,
  onBeforeCloseWidgetBlock?: () => boolean | Promise<boolean>,
): Element {
  widget.render_template({
    caption: {},
    body: "",
    render: "",
    onBeforeCloseWidgetBlock,
  });
  // The host adds a block at each call and names none; ours are gone when an area begins, so it is the last.
  const $block = $(`.card-widgets__widget-${widget.params.widget_code}`, elements).last();
  signal.addEventListener("abort", () => $block.remove());
  return $block.find(".card-widgets__widget__body")[0] as Element;
}
