import type { ChatMessage, EntityType, Json, Note, NoteType, Tag } from "../entities";
import { OperationError } from "../operations";
import type { Writer } from "../writer";
import { findCard } from "./cards";
import { logEvent } from "./log-event";

export function addNote(
  writer: Writer,
  input: {
    type: EntityType;
    id: number;
    note_type?: NoteType;
    params: { readonly [key: string]: Json };
    created_by?: number;
  },
): Note {
  const card = findCard(writer, input.type, input.id);
  const now = writer.now();
  const author = input.created_by ?? writer.account.current_user_id;
  const noteType = input.note_type ?? "common";
  const note = writer.put("notes", {
    id: writer.nextId("notes"),
    entity_type: input.type,
    entity_id: card.id,
    note_type: noteType,
    params: input.params,
    is_pinned: false,
    responsible_user_id: card.responsible_user_id,
    group_id: card.group_id,
    created_by: author,
    updated_by: author,
    created_at: now,
    updated_at: now,
  });
  logEvent(writer, {
    type: nameNoteEvent(noteType),
    entity_type: input.type,
    entity_id: card.id,
    after: { note: { id: note.id } },
    created_by: author,
  });
  return note;
}

export function updateNote(
  writer: Writer,
  input: { id: number; params?: { readonly [key: string]: Json }; is_pinned?: boolean },
): Note {
  const before = writer.tables.notes.get(input.id);
  if (before === undefined) throw new OperationError(`There is no note ${input.id}.`);
  return writer.put("notes", {
    ...before,
    params: input.params === undefined ? before.params : { ...before.params, ...input.params },
    is_pinned: input.is_pinned ?? before.is_pinned,
    updated_at: writer.now(),
    updated_by: writer.account.current_user_id,
  });
}

export function createTag(
  writer: Writer,
  input: { type: EntityType; name: string; color?: string | null },
): Tag {
  const name = input.name.trim();
  if (name === "") throw new OperationError("A tag needs a name.");
  const known = writer.tables.tags.filter(
    (tag) => tag.entity_type === input.type && tag.name.toLowerCase() === name.toLowerCase(),
  )[0];
  if (known !== undefined) return known;
  return writer.put("tags", {
    id: writer.nextId("tags"),
    name,
    color: input.color ?? null,
    entity_type: input.type,
  });
}

export function sendMessage(
  writer: Writer,
  input: { talk_id: number; text: string; incoming?: boolean },
): ChatMessage {
  const talk = writer.tables.talks.get(input.talk_id);
  if (talk === undefined) throw new OperationError(`There is no conversation ${input.talk_id}.`);
  const incoming = input.incoming ?? false;
  const user = writer.tables.users.get(writer.account.current_user_id);
  const message = writer.put("chat_messages", {
    id: nameMessage(writer.nextId("chat_messages")),
    talk_id: talk.id,
    type: incoming ? "incoming" : "outgoing",
    text: input.text,
    user_id: incoming ? null : writer.account.current_user_id,
    author_name: incoming ? (writer.tables.contacts.get(talk.contact_id)?.name ?? "") : (user?.name ?? ""),
    created_at: writer.now(),
  });
  writer.put("talks", { ...talk, is_read: !incoming, is_in_work: true, updated_at: writer.now() });
  logEvent(writer, {
    type: incoming ? "incoming_chat_message" : "outgoing_chat_message",
    entity_type: talk.entity_type ?? "contacts",
    entity_id: talk.entity_id ?? talk.contact_id,
    after: { message: { id: message.id, origin: talk.origin, talk_id: talk.id } },
  });
  return message;
}

/** A uuid that says nothing: chat messages are known by one. */
export function nameMessage(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

function nameNoteEvent(type: NoteType): string {
  if (type === "call_in") return "incoming_call";
  if (type === "call_out") return "outgoing_call";
  if (type === "sms_in") return "incoming_sms";
  if (type === "sms_out") return "outgoing_sms";
  return `${type}_note_added`;
}
