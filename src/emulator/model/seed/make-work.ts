import type { AccountEvent, ChatMessage, Letter, Note, Notification, Talk, Task } from "../entities";
import { eventLimit, nameEvent } from "../operations/log-event";
import { nameMessage } from "../operations/feed";
import { makeUuid, pickWorkTime, type SeedContext } from "./context";
import type { SeedCards } from "./make-cards";
import { makeLetters } from "./make-letters";
import type { SettingsTables } from "./make-settings";

export interface SeedWork {
  readonly tasks: readonly Task[];
  readonly notes: readonly Note[];
  readonly talks: readonly Talk[];
  readonly chat_messages: readonly ChatMessage[];
  readonly letters: readonly Letter[];
  readonly events: readonly AccountEvent[];
  readonly notifications: readonly Notification[];
}

/** What people did with the cards: tasks, notes, calls, chats, and the log of it. */
export function makeWork(context: SeedContext, settings: SettingsTables, cards: SeedCards): SeedWork {
  const talks = makeTalks(context, settings, cards);
  return {
    tasks: makeTasks(context, settings, cards),
    notes: makeNotes(context, cards),
    ...talks,
    letters: makeLetters(context, settings, cards),
    events: makeEvents(cards),
    notifications: makeNotifications(context, settings, cards),
  };
}

function makeTasks(context: SeedContext, settings: SettingsTables, cards: SeedCards): Task[] {
  const { texts, random, now } = context;
  const tasks: Task[] = [];
  const add = (
    card: SeedCards["leads" | "contacts" | "companies"][number] | null,
    type: Task["entity_type"],
    due: number,
    done: boolean,
  ) => {
    const user = card?.responsible_user_id ?? settings.users[0]?.id ?? 0;
    const created = Math.min(now - 3600, pickWorkTime(context, due, -random.between(1, 6)));
    const kind = random.pick(settings.task_types);
    tasks.push({
      id: 81_200_001 + tasks.length,
      text: random.pick(texts.tasks),
      task_type_id: kind.id,
      complete_till: due,
      duration: kind.code === "MEETING" ? 3600 : 0,
      is_completed: done,
      result: done ? { text: random.pick(texts.results) } : null,
      responsible_user_id: user,
      group_id: card?.group_id ?? 0,
      entity_type: type,
      entity_id: card?.id ?? null,
      created_by: user,
      updated_by: user,
      created_at: created,
      updated_at: done ? Math.max(created, Math.min(now - 1800, due)) : created,
    });
  };
  const at = (days: number) => pickWorkTime(context, now, days);
  cards.leads.forEach((lead, index) => {
    if (index === 0) {
      for (const days of [-1, 0, 2]) add(lead, "leads", at(days), false);
      add(lead, "leads", at(-5), true);
      return;
    }
    if (lead.closed_at !== null) {
      if (random.chance(0.4)) add(lead, "leads", at(-random.between(2, 30)), true);
      return;
    }
    if (random.chance(0.75)) add(lead, "leads", at(random.between(-3, 9)), false);
    if (random.chance(0.4)) add(lead, "leads", at(-random.between(2, 20)), true);
  });
  cards.contacts.forEach((contact, index) => {
    if (index === 0 || random.chance(0.12)) add(contact, "contacts", at(random.between(-1, 6)), false);
  });
  cards.companies.forEach((company, index) => {
    if (index === 0 || random.chance(0.08)) add(company, "companies", at(random.between(0, 8)), false);
  });
  add(null, null, at(1), false);
  return tasks;
}

function makeNotes(context: SeedContext, cards: SeedCards): Note[] {
  const { texts, random, now } = context;
  const notes: Note[] = [];
  const add = (
    card: SeedCards["leads"][number] | SeedCards["contacts"][number],
    type: Note["entity_type"],
    note: Pick<Note, "note_type" | "params">,
  ) => {
    const created = Math.min(now - 600, pickWorkTime(context, card.created_at, random.between(1, 3)));
    notes.push({
      id: 520_000_001 + notes.length,
      entity_type: type,
      entity_id: card.id,
      ...note,
      is_pinned: false,
      responsible_user_id: card.responsible_user_id,
      group_id: card.group_id,
      created_by: card.responsible_user_id,
      updated_by: card.responsible_user_id,
      created_at: created,
      updated_at: created,
    });
  };
  const common = () => ({ note_type: "common" as const, params: { text: random.pick(texts.notes) } });
  const call = (phone: string) => ({
    note_type: random.chance(0.5) ? ("call_in" as const) : ("call_out" as const),
    params: {
      uniq: makeUuid(6, notes.length + 1),
      duration: random.between(20, 600),
      source: "telephony",
      link: "",
      phone,
      call_result: "",
      call_status: 4,
    },
  });
  cards.leads.forEach((lead, index) => {
    if (index === 0)
      for (const note of [common(), call("+1 617 555-0100"), common()]) add(lead, "leads", note);
    else if (random.chance(0.6)) add(lead, "leads", common());
  });
  cards.contacts.forEach((contact, index) => {
    const phone = String(contact.custom_fields_values[0]?.values[0]?.value ?? "");
    if (index === 0 || random.chance(0.3)) add(contact, "contacts", call(phone));
  });
  return notes;
}

function makeTalks(
  context: SeedContext,
  settings: SettingsTables,
  cards: SeedCards,
): { talks: Talk[]; chat_messages: ChatMessage[] } {
  const { texts, random, now } = context;
  const talks: Talk[] = [];
  const messages: ChatMessage[] = [];
  cards.leads.forEach((lead, index) => {
    const contact = cards.contacts[index % cards.contacts.length];
    if (contact === undefined || (index > 0 && !random.chance(0.15))) return;
    const lines = texts.chats[index === 0 ? 0 : random.between(0, texts.chats.length - 1)] ?? [];
    const start = Math.min(now - 7200, pickWorkTime(context, lead.created_at, 1));
    const id = 3101 + talks.length;
    const user = settings.users.find((row) => row.id === lead.responsible_user_id);
    lines.forEach((text, line) => {
      const incoming = line % 2 === 0;
      messages.push({
        id: nameMessage(messages.length + 1),
        talk_id: id,
        type: incoming ? "incoming" : "outgoing",
        text,
        user_id: incoming ? null : (user?.id ?? null),
        author_name: incoming ? contact.name : (user?.name ?? ""),
        created_at: start + line * random.between(60, 900),
      });
    });
    talks.push({
      id,
      chat_id: makeUuid(7, id),
      contact_id: contact.id,
      entity_type: "leads",
      entity_id: lead.id,
      origin: random.pick(["waba", "instagram_business", "telegram"]),
      source_id: null,
      is_in_work: lead.closed_at === null,
      is_read: lines.length % 2 === 0,
      rate: 0,
      missed_at: null,
      created_at: start,
      updated_at: messages.at(-1)?.created_at ?? start,
    });
  });
  return { talks, chat_messages: messages };
}

/** The log begins with the making of the cards, the newest of them where there are too many. */
function makeEvents(cards: SeedCards): AccountEvent[] {
  const made = [
    ...cards.leads.map((row) => ({ row, type: "lead_added", entity: "leads" as const })),
    ...cards.contacts.map((row) => ({ row, type: "contact_added", entity: "contacts" as const })),
    ...cards.companies.map((row) => ({ row, type: "company_added", entity: "companies" as const })),
  ].sort((one, other) => one.row.created_at - other.row.created_at || one.row.id - other.row.id);
  return made.slice(-Math.floor(eventLimit / 2)).map(({ row, type, entity }, index) => ({
    id: nameEvent(index + 1),
    type,
    entity_type: entity,
    entity_id: row.id,
    created_by: row.created_by,
    created_at: row.created_at,
    value_before: [],
    value_after: [],
  }));
}

function makeNotifications(
  { now, texts }: SeedContext,
  settings: SettingsTables,
  cards: SeedCards,
): Notification[] {
  const lead = cards.leads[0];
  if (lead === undefined) return [];
  const author = settings.users[1]?.name ?? "";
  return [
    {
      id: 90_001,
      kind: "task",
      header: lead.name,
      text: texts.tasks[0] ?? "",
      link: `/leads/detail/${lead.id}`,
      entity: { type: "leads", id: lead.id },
      is_read: false,
      created_at: now - 1500,
    },
    {
      id: 90_002,
      kind: "message",
      header: author,
      text: texts.results[0] ?? "",
      link: null,
      entity: null,
      is_read: true,
      created_at: now - 26 * 3600,
    },
  ];
}
