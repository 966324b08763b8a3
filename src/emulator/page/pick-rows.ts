import type { EntityType, LinkTarget, Rows, TableName, Task } from "../model/entities";
import type { Model } from "../model/model";

/** Gathers rows of an account, each once. */
export interface Picker {
  add(table: TableName, id: number | string): void;
  /** A card as a list shows it: with its links, main contact and company, and its open tasks. */
  addCard(type: EntityType, id: number): void;
  /** A card as its page shows it: with everything that hangs on it and on what it is linked with. */
  addWholeCard(type: EntityType, id: number): void;
  /** A task with the card that it hangs on. */
  addTask(id: number): void;
  /** Those whose time is nearest, past or to come: a big account has more overdue ones than a page shows. */
  addOpenTasks(limit: number): void;
  /** A letter with its client and lead. */
  addLetter(id: number): void;
  /** A conversation as a list shows it: with its client, its card and its last message. */
  addTalk(id: number): void;
  /** An open conversation, with its messages. */
  addWholeTalk(id: number): void;
  rows<T extends TableName>(table: T): readonly Rows[T][];
}

/** The feed of a card goes back this far. */
const feedLimit = 200;

export function createPicker(model: Model): Picker {
  const picked = new Map<TableName, Map<number | string, unknown>>();

  const picker: Picker = {
    add(table, id) {
      const row = model.tables[table].get(id);
      if (row === undefined) return;
      const rows = picked.get(table) ?? new Map<number | string, unknown>();
      picked.set(table, rows.set(id, row));
    },
    addCard(type, id) {
      picker.add(type, id);
      for (const end of listEnds(type, id)) {
        picker.add("links", end.link);
        if (end.type === "contacts" || end.type === "companies") picker.add(end.type, end.id);
      }
      for (const task of model.tasksOf(type, id)) if (!task.is_completed) picker.add("tasks", task.id);
    },
    addWholeCard(type, id) {
      picker.add(type, id);
      const cards: { readonly type: LinkTarget; readonly id: number }[] = [{ type, id }];
      for (const end of listEnds(type, id)) {
        picker.add("links", end.link);
        picker.add(end.type, end.id);
        cards.push(end);
      }
      for (const card of cards) if (card.type !== "catalog_elements") addFeed(card.type, card.id);
      for (const card of cards.slice(1)) {
        if (card.type === "catalog_elements") continue;
        for (const end of listEnds(card.type, card.id)) {
          picker.add("links", end.link);
          picker.add(end.type, end.id);
        }
      }
    },
    addTask(id) {
      const task = model.tables.tasks.get(id);
      if (task === undefined) return;
      picker.add("tasks", id);
      if (task.entity_type !== null && task.entity_id !== null) picker.add(task.entity_type, task.entity_id);
    },
    addOpenTasks(limit) {
      const now = model.now();
      const far = (task: Task) => Math.abs(task.complete_till - now);
      const open = model.tables.tasks.filter((task) => !task.is_completed);
      open.sort((one, other) => far(one) - far(other) || one.id - other.id);
      for (const task of open.slice(0, limit)) picker.addTask(task.id);
    },
    addLetter(id) {
      const letter = model.tables.letters.get(id);
      if (letter === undefined) return;
      picker.add("letters", id);
      picker.add("contacts", letter.contact_id);
      picker.add("leads", letter.lead_id);
    },
    addTalk(id) {
      const last = pickClients(id);
      if (last !== undefined) picker.add("chat_messages", last);
    },
    addWholeTalk(id) {
      pickClients(id);
      for (const message of listMessages(id)) picker.add("chat_messages", message);
    },
    rows: <T extends TableName>(table: T) => [...(picked.get(table)?.values() ?? [])] as Rows[T][],
  };
  return picker;

  function addFeed(type: EntityType, id: number): void {
    for (const task of model.tasksOf(type, id)) picker.add("tasks", task.id);
    for (const note of model.notesOf(type, id).slice(-feedLimit)) picker.add("notes", note.id);
    for (const event of listEvents(type, id)) picker.add("events", event);
    if (type !== "contacts") return;
    for (const talk of model.tables.talks.filter((row) => row.contact_id === id)) {
      picker.add("talks", talk.id);
      const messages = model.tables.chat_messages.filter((row) => row.talk_id === talk.id);
      for (const message of messages.slice(-feedLimit)) picker.add("chat_messages", message.id);
    }
  }

  /** Gives the id of the conversation's last message. */
  function pickClients(id: number): string | undefined {
    const talk = model.tables.talks.get(id);
    if (talk === undefined) return undefined;
    picker.add("talks", id);
    picker.add("contacts", talk.contact_id);
    if (talk.entity_type !== null && talk.entity_id !== null) picker.add(talk.entity_type, talk.entity_id);
    return listMessages(id).at(-1);
  }

  function listMessages(id: number): readonly string[] {
    const { chat_messages: all } = model.tables;
    const byTalk = all.remember("by talk", () => {
      const groups = new Map<number, string[]>();
      for (const row of all.all()) {
        const group = groups.get(row.talk_id);
        if (group === undefined) groups.set(row.talk_id, [row.id]);
        else group.push(row.id);
      }
      return groups;
    });
    return (byTalk.get(id) ?? []).slice(-feedLimit);
  }

  function listEvents(type: EntityType, id: number): string[] {
    return model.tables.events
      .filter((event) => event.entity_type === type && event.entity_id === id)
      .slice(-feedLimit)
      .map((event) => event.id);
  }

  function listEnds(type: EntityType, id: number) {
    return model
      .linksOf(type, id)
      .map((link) =>
        link.from_type === type && link.from_id === id
          ? { link: link.id, type: link.to_type, id: link.to_id }
          : { link: link.id, type: link.from_type as LinkTarget, id: link.from_id },
      );
  }
}
