import type { AnyNode, CallExpression } from "../../engines/javascript";
import type { Script } from "../../script/create-script";
import { findPageListeners } from "../../script/find-listeners";
import { methodOf, quote, receiverOf, textOf } from "../../script/read-call";
import { selectorOf } from "../../script/selector-of";
import type { Widget } from "../../widget/create-widget";

/** Code that lets the user drag something, or drop it. */
export interface DropArea {
  readonly file: string;
  readonly at: number;
  readonly found: string;
  /** The whole window takes what is dropped. */
  readonly isWholePage: boolean;
  /** Of the elements that take it, where the code says it. */
  readonly selector: string | null;
}

const byJQueryUi = /^(?:sortable|droppable|draggable)$/;
const byClass = /(?:^|\.|:)(?:Sortable|Dropzone|Draggable|Droppable)(?:\.create)?(?:\(\))?$/i;
const event = /^(?:drop|dragover|dragenter)(?:\.|$)/;

/** Finds drag and drop: the browser's events, jQuery UI, and the usual libraries. */
export function findDropAreas(widget: Widget): readonly DropArea[] {
  return widget.scripts
    .filter(({ file }) => widget.originOf(file) !== "library")
    .flatMap((script) => {
      const found: DropArea[] = [];
      const add = (node: AnyNode, selector: string | null, isWholePage: boolean) =>
        found.push({ file: script.file, at: node.start, found: quote(script, node), selector, isWholePage });
      const onPage = new Map(
        findPageListeners(script, "adds")
          .filter(({ events }) => events.some((name) => /^drop(?:\.|$)/.test(name)))
          .map((listener) => [listener.node, listener]),
      );
      for (const call of script.nodesOf("CallExpression")) {
        const method = methodOf(call, script) ?? "";
        const [first, second] = call.arguments;
        const listener = onPage.get(call);
        // A handler for others below the page: $(document).on("drop", ".acme-zone", …)
        const delegated = listener?.isJQuery === true ? textOf(script, second) : null;
        if (listener !== undefined) add(call, delegated, delegated === null);
        else if (byJQueryUi.test(method)) add(call, selectorOfReceiver(script, call), false);
        else if (/^(?:on|bind|addEventListener)$/.test(method) && event.test(textOf(script, first) ?? ""))
          add(call, selectorOfReceiver(script, call), false);
      }
      for (const { node, path } of script.calls)
        if (byClass.test(path) && node.type === "NewExpression") add(node, null, false);
      return found;
    });
}

function selectorOfReceiver(script: Script, call: CallExpression): string | null {
  const receiver = receiverOf(call);
  return receiver === null ? null : selectorOf(script, receiver);
}
