/** Kommo: Adding notifications. */
export interface Toast {
  header: string;
  /** May hold simple HTML. */
  text: string;
  /** Unix time in seconds. */
  date?: number;
  icon?: string;
}

/** Kommo: Adding notifications. */
export interface ErrorToast {
  header: string;
  text: string;
  /** Unix time in seconds. */
  date?: number;
  link?: string;
}

/** Kommo: Adding notifications. */
export interface CallNotification {
  text: string;
  /** Unix time in seconds. */
  date?: number;
  from?: string;
  to?: string;
  /** Seconds. */
  duration?: number;
  /** The record of the call. */
  link?: string;
  /** Where a click leads; else `element` says it. */
  click_link?: string;
  element?: { id: number; type: "contact" | "lead" | "company"; name?: string };
  header?: string;
  phone?: string;
}

/** What happens to the request that stores a notification. Kommo: Adding notifications. */
export interface NotificationHandlers {
  done?: (...args: unknown[]) => void;
  fail?: (...args: unknown[]) => void;
  always?: (...args: unknown[]) => void;
}

/** `APP.notifications`: messages to the user of this page, and notifications that are kept. */
export interface Notifications {
  /**
   * Shows a message in the corner; nothing is stored.
   * @page Kommo: Adding notifications
   * @area everywhere
   */
  show_message(message: Toast): void;
  /**
   * Shows an error in the corner; nothing is stored.
   * @page Kommo: Adding notifications
   * @area everywhere
   */
  show_message_error(message: ErrorToast): void;
  /**
   * Shows a call or an error in the corner; nothing is stored.
   * @page Kommo: Adding notifications
   * @area everywhere
   */
  show_notification(notification: {
    text: { header: string; text: string };
    type: "call" | "error";
    date?: number;
  }): void;
  /**
   * Stores an error in the notification centre, on every device of the user.
   * @page Kommo: Adding notifications
   * @area everywhere
   */
  add_error(
    notification: { header?: string; text: string; date?: number; link?: string },
    handlers?: NotificationHandlers,
  ): void;
  /**
   * Stores a call in the notification centre, on every device of the user.
   * @page Kommo: Adding notifications
   * @area everywhere
   */
  add_call(notification: CallNotification): void;
}

/** What `APP.addNotificationCallback` hands over. Kommo: Subscribing to notifications. */
export interface IncomingNotification {
  id: number;
  uuid?: string;
  notification_id?: number | string;
  entity: unknown;
  linked_entity: unknown;
  /** Unix time in seconds. */
  created_at: number;
  updated_at: number;
  is_read: boolean;
  silent: boolean;
  body: {
    title: string;
    icon: string;
    rows: unknown[];
    actions: { click?: unknown; buttons?: unknown; read_on_show?: boolean };
  };
  /** @undocumented */
  click?: { type: string; value: string };
  /** @undocumented */
  web_link?: string;
  /** @undocumented */
  absolute_link?: string;
  /** @undocumented */
  buttons?: unknown;
  /** @undocumented */
  notification?: unknown;
}
