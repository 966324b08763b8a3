import type { Notification } from "../entities";
import { OperationError, type OperationInput } from "../operations";
import type { Writer } from "../writer";

/** The centre shows this many; the oldest go. */
const notificationLimit = 200;

export function addNotification(writer: Writer, input: OperationInput<"addNotification">): Notification {
  const { notifications } = writer.tables;
  const notification = writer.put("notifications", {
    id: writer.nextId("notifications"),
    kind: input.kind,
    header: input.header,
    text: input.text,
    link: input.link ?? null,
    entity: input.entity ?? null,
    is_read: false,
    created_at: writer.now(),
  });
  if (notifications.size > notificationLimit) {
    const [oldest] = notifications.all();
    if (oldest !== undefined) writer.remove("notifications", oldest.id);
  }
  return notification;
}

export function readNotification(writer: Writer, input: { id: number }): Notification {
  const notification = writer.tables.notifications.get(input.id);
  if (notification === undefined) throw new OperationError(`There is no notification ${input.id}.`);
  return writer.put("notifications", { ...notification, is_read: true });
}

export function setTheme(writer: Writer, input: { theme: 1 | 2 }): { theme: 1 | 2 } {
  const user = writer.tables.users.get(writer.account.current_user_id);
  if (user === undefined) throw new OperationError("Nobody is signed in.");
  const theme = input.theme === 2 ? 2 : 1;
  writer.put("users", { ...user, theme });
  return { theme };
}
