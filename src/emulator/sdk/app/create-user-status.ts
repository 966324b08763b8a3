import type { ModelView } from "../../model/model";

/** Makes `APP.sdk` (Kommo: JS SDK): who is online, and the flag that keeps the page from reloading during a call. */
export function createUserStatus(model: ModelView) {
  let isCalling = false;
  return {
    showUserStatus(which?: "online" | number | string): unknown {
      const users = [...model.tables.users.all()].filter((user) => user.is_active);
      if (which === "online") return users.filter((user) => user.is_online).map((user) => String(user.id));
      const known = users.find((user) => String(user.id) === String(which));
      if (known !== undefined) return known.is_online;
      return Object.fromEntries(
        users.map((user) => [user.id, { id: String(user.id), online: user.is_online }]),
      );
    },
    setCallingStatus(flag: boolean): string {
      isCalling = Boolean(flag);
      return `calling status: ${isCalling}`;
    },
    getCallingStatus: () => isCalling,
  };
}
