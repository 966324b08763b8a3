import type { User } from "../model/entities";

/** Whether a page starts no widget at all: billing, a free user, safe mode (observed behaviour of the product). */
export function areWidgetsOff(path: string, search: string, user: User | undefined): boolean {
  return path.startsWith("/settings/pay") || user?.is_free === true || /[?&]safe_mode\b/.test(search);
}
