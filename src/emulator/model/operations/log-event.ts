import type { AccountEvent, Json } from "../entities";
import type { Writer } from "../writer";

/** The account remembers this many events; the oldest go. */
export const eventLimit = 1000;

interface EventInput extends Pick<AccountEvent, "type" | "entity_type" | "entity_id"> {
  readonly before?: Json;
  readonly after?: Json;
  readonly created_by?: number;
}

/** Writes into the account's log what happened; hooks and the card's feed are driven by it. */
export function logEvent(writer: Writer, input: EventInput): void {
  const { events } = writer.tables;
  writer.put("events", {
    id: nameEvent(writer.nextId("events")),
    type: input.type,
    entity_type: input.entity_type,
    entity_id: input.entity_id,
    created_by: input.created_by ?? writer.account.current_user_id,
    created_at: writer.now(),
    value_before: input.before === undefined ? [] : [input.before],
    value_after: input.after === undefined ? [] : [input.after],
  });
  if (events.size <= eventLimit) return;
  const [oldest] = events.all();
  if (oldest !== undefined) writer.remove("events", oldest.id);
}

/** Event ids are strings of 26 letters and digits. */
export function nameEvent(number: number): string {
  return `01k${number.toString(36).padStart(23, "0")}`;
}
