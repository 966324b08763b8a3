import { Area, type AreaContext, type AreaMethods, type Drawn } from "../area";
import { attempt } from "../attempt";
import type { Life } from "../life";
import type { AreaClass, Place } from "../open-area";
import { insertBlock, panel } from "../panel";

/** What a list area may have beside its view. */
export interface ListMethods extends AreaMethods {
  /**
   * Asked before the user closes the block: false keeps it open, for example while something runs. The host asks on
   * lists of leads, contacts and customers.
   */
  canClose?(): boolean | Promise<boolean>;
}

/**
 * An action on the rows that are ticked in a list: it begins when the user chooses the widget in the list's menu, and
 * ends when its block is closed. `useSelection` gives the rows.
 */
export abstract class ListArea extends Area<"ListArea"> {
  abstract render(): Drawn;

  constructor(context: AreaContext) {
    // The host closes its panel, and the area ends with it.
    super({ ...context, close: () => context.widget.widgetsOverlay(false) });
  }

  static connect(this: AreaClass, life: Life, location: keyof typeof entities): void {
    const { widget, callbacks, areas } = life;
    const place: Place = {
      ...panel,
      enter(context, elements) {
        closeWithPanel(context, elements);
        return insertBlock(context, elements, () => {
          const area = areas.get(location)?.area as ListMethods | undefined;
          const report = (error: unknown) => life.report(error, location);
          return context.signal.aborted || (attempt(report, () => area?.canClose?.()) ?? true);
        });
      },
    };
    const selected = () => {
      widget.widgetsOverlay(true);
      life.open(location, this, place);
    };
    callbacks[entities[location]] = { selected };
  }
}

const entities = { llist: "leads", clist: "contacts", culist: "customers", tlist: "todo" } as const;

// The host tells nobody that the user has closed the panel; it hides it and keeps its blocks.
function closeWithPanel({ signal, close }: AreaContext, elements: Element): void {
  const panel = elements.closest("#widgets_block") as Element;
  const isShown = () => panel.classList.contains("js-widgets-active");
  let wasShown = isShown();
  const observer = new MutationObserver(() => {
    if (wasShown && !isShown()) close();
    wasShown = isShown();
  });
  observer.observe(panel, { attributes: true, attributeFilter: ["class"] });
  signal.addEventListener("abort", () => observer.disconnect());
}
