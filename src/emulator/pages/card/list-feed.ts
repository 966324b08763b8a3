import type { AccountEvent, ChatMessage, EntityType, Note, Talk, Task } from "../../model/entities";
import type { ModelView } from "../../model/model";

/** One entry of a card's feed. */
export type FeedEntry = { readonly key: string; readonly time: number } & (
  | { readonly kind: "note"; readonly note: Note }
  | { readonly kind: "task"; readonly task: Task }
  | { readonly kind: "event"; readonly event: AccountEvent }
  | { readonly kind: "message"; readonly message: ChatMessage; readonly talk: Talk }
);

/** Events that the feed tells of; notes, tasks and messages speak for themselves. */
const told = new Set([
  "lead_added",
  "contact_added",
  "company_added",
  "customer_added",
  "lead_status_changed",
  "customer_status_changed",
  "name_field_changed",
  "sale_field_changed",
  "entity_responsible_changed",
  "entity_tag_added",
  "entity_tag_deleted",
  "entity_linked",
  "entity_unlinked",
]);

/**
 * The history of a card, oldest first, and its open tasks, the most urgent first. Messages are those of the talks about
 * the card, or with the contact itself.
 */
export function listFeed(
  model: ModelView,
  entity: EntityType,
  id: number,
): { history: FeedEntry[]; open: Task[]; talks: Talk[] } {
  const tasks = model.tasksOf(entity, id);
  const talks = model.tables.talks.filter((talk) =>
    entity === "contacts" ? talk.contact_id === id : talk.entity_type === entity && talk.entity_id === id,
  );
  const byId = new Map(talks.map((talk) => [talk.id, talk]));
  const history: FeedEntry[] = [
    ...model.notesOf(entity, id).map((note) => ({
      key: `note_${note.id}`,
      kind: "note" as const,
      time: note.created_at,
      note,
    })),
    ...tasks
      .filter((task) => task.is_completed)
      .map((task) => ({ key: `task_${task.id}`, kind: "task" as const, time: task.updated_at, task })),
    ...model.tables.events
      .filter((event) => event.entity_id === id && event.entity_type === entity && told.has(event.type))
      .map((event) => ({ key: `event_${event.id}`, kind: "event" as const, time: event.created_at, event })),
    ...(talks.length === 0
      ? []
      : model.tables.chat_messages
          .filter(({ talk_id }) => byId.has(talk_id))
          .flatMap((message) => {
            const talk = byId.get(message.talk_id);
            return talk === undefined
              ? []
              : [
                  {
                    key: `message_${message.id}`,
                    kind: "message" as const,
                    time: message.created_at,
                    message,
                    talk,
                  },
                ];
          })),
  ];
  return {
    history: history.sort((a, b) => a.time - b.time),
    open: tasks.filter((task) => !task.is_completed).sort((a, b) => a.complete_till - b.complete_till),
    talks,
  };
}
