import type { SystemInfo } from "./system-info";
import type { ActionData, KommoWidget } from "./widget";

/** `APP.widgets`; only the phone icon is documented. */
export interface AppWidgets {
  /**
   * The widgets that run, by code.
   * @undocumented
   * @area everywhere
   */
  list: Record<string, KommoWidget>;
  /**
   * What `self.system()` gives.
   * @undocumented
   * @area everywhere
   */
  system: SystemInfo;
  /**
   * What `self.add_action` has registered.
   * @undocumented
   * @area everywhere
   */
  cf_actions: Partial<Record<"phone" | "email", Record<string, (data: ActionData) => void>>>;
  /**
   * Whether all widgets of the page have started.
   * @undocumented
   * @area everywhere
   */
  loaded: boolean;
  /**
   * @undocumented
   * @area everywhere
   */
  current: unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  areas: unknown;
  /**
   * Drops what the page remembers of the list of widgets.
   * @undocumented
   * @area everywhere
   */
  clear_cache(): unknown;
  /**
   * Takes a widget into the order of the panel's blocks; gives the codes in that order.
   * @undocumented
   * @area cards and lists
   */
  registerToRightPanel(widgetCode: string): string[];
  /**
   * Adds a phone icon beside the notifications.
   * @page amoCRM: Telephony
   * @area everywhere
   */
  notificationsPhone(options: { ns: string; click: () => void }): void;
  /**
   * Takes the phone icon away.
   * @page amoCRM: Telephony
   * @area everywhere
   */
  destroyNotificationsPhone(options: { ns: string }): void;
  /**
   * Who looks up a legal entity for its field.
   * @page amoCRM: Legal entity
   * @area cards
   */
  legal_handlers: ((data: unknown) => Promise<unknown>)[];
}
