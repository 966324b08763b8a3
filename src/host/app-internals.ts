/** `APP.router`. Observed; not documented. */
export interface AppRouter {
  /**
   * @undocumented
   * @area everywhere
   */
  navigate(url: string, options?: object): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  back(): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  reload(): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  preventPageChange(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  confirmPageChange(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  registerPreventConfig(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  removePreventConfig(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  on(event: string, listener: (...args: never[]) => unknown, context?: unknown): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  off(event?: string, listener?: (...args: never[]) => unknown, context?: unknown): unknown;
}

/** `APP.inbox`. Observed; not documented. */
export interface AppInbox {
  /**
   * @undocumented
   * @area everywhere
   */
  showNotification(notification: unknown): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  openDirectChat(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  toggle(...args: unknown[]): unknown;
  /**
   * @undocumented
   * @area everywhere
   */
  addNotifyFilter(...args: unknown[]): unknown;
}

/** `APP.system`. Observed; not documented. */
export interface AppSystem {
  /**
   * Patterns of moment, and whether the day has 12 or 24 hours.
   * @undocumented
   * @area everywhere
   */
  format: {
    date: Record<
      "date" | "time" | "full" | "date_short" | "calendar" | "calendar_no_year" | "year_short",
      string
    >;
    time: 12 | 24;
  };
  /**
   * @undocumented
   * @area everywhere
   */
  timezone: string;
  /**
   * @undocumented
   * @area everywhere
   */
  locale: { currency_symbol: string; currency_pattern: string };
}
