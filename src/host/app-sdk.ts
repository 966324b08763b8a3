/** `APP.sdk`. Kommo: JS SDK. */
export interface AppSdk {
  /**
   * Who is online: of all users, the ids of those who are, or whether one is. An unknown id gives all users.
   * @page Kommo: JS SDK
   * @area everywhere
   */
  showUserStatus(): Record<string, { id: string; online: boolean }>;
  showUserStatus(status: "online"): string[];
  showUserStatus(userId: number | string): boolean | Record<string, { id: string; online: boolean }>;
  /**
   * Keeps the page from loading itself again while a call goes on.
   * @page Kommo: JS SDK
   * @area everywhere
   */
  setCallingStatus(calling: boolean): string;
  /**
   * @page Kommo: JS SDK
   * @area everywhere
   */
  getCallingStatus(): boolean;
  /**
   * @undocumented
   * @area everywhere
   */
  runMerge(...args: unknown[]): unknown;
}
