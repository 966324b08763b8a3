import type { ModelView } from "../../model/model";
import { findCurrentUser } from "./create-constants";
import type { Panel } from "../panel/create-panel";
import type { Sources } from "../widget/create-sources";
import type { WidgetObject } from "../widget/widget-object";

/** `APP.widgets`: the widgets that run here, and what `self.system()` gives. */
export interface WidgetsRegistry {
  list: Record<string, WidgetObject>;
  system: Record<string, unknown>;
  readonly cf_actions: Sources["actions"];
  loaded: boolean;
  current: string | false;
  areas: readonly string[];
  legal_handlers: unknown[];
  clear_cache(): void;
  registerToRightPanel(code: string): string[];
  notificationsPhone(options: { ns: string; click: (event: unknown) => void }): void;
  destroyNotificationsPhone(options: { ns: string }): void;
}

export function createWidgets(
  $: JQueryStatic,
  model: ModelView,
  panel: Pick<Panel, "register">,
  sources: Sources,
): WidgetsRegistry {
  const phone = (ns: string) =>
    $(".nav__notifications .calls-list-toggler").filter(
      (_index, icon) => icon.getAttribute("data-ns") === ns,
    );
  return {
    list: {},
    system: describeSystem(model),
    cf_actions: sources.actions,
    loaded: false,
    current: false,
    areas: [],
    legal_handlers: [],
    // Every page asks the server anew, so there is nothing to drop.
    clear_cache: () => undefined,
    registerToRightPanel: (code) => panel.register(code),
    notificationsPhone({ ns, click }) {
      if (phone(ns).length > 0) return;
      $(
        '<button type="button" class="calls-list-toggler"><svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M4 2l2 3-1.5 1.5a7 7 0 0 0 5 5L11 10l3 2-1 2C7 14 2 9 2 3z" fill="none" stroke="currentColor"></path></svg></button>',
      )
        .attr({ "data-ns": ns, "aria-label": "Calls" })
        .on("click", click as never)
        .appendTo(".nav__notifications");
    },
    destroyNotificationsPhone: ({ ns }) => void phone(ns).remove(),
  };
}

/** `self.system()`; the area is written into it with every page. */
export function describeSystem(model: ModelView): Record<string, unknown> {
  const { account } = model;
  const user = findCurrentUser(model);
  return {
    area: "",
    amouser_id: String(account.current_user_id),
    amouser: user?.email ?? "",
    amohash: "",
    domain: `${account.subdomain}.${account.top_level_domain}`,
    subdomain: account.subdomain,
    server: `.${account.top_level_domain}`,
    displayed_count: 0,
    displayed_count_by_area: {},
  };
}
