import type { ComponentChildren } from "preact";
import { customerPeriods } from "../../model/customer-periods";
import type { AccountEvent, Json, Note } from "../../model/entities";
import { Avatar } from "../components/avatar";
import { Icon, type IconName } from "../components/icon";
import { useCrm, useModel } from "../crm";
import type { TextKey } from "../i18n/create-translator";
import type { FeedEntry } from "./list-feed";
import { nameChannel } from "./name-channel";

/** One thing that happened: an event is a line, everything else a bubble. */
export function FeedEntryView({ entry }: { entry: FeedEntry }) {
  switch (entry.kind) {
    case "event":
      return <EventLine event={entry.event} />;
    case "note":
      return <NoteBubble note={entry.note} />;
    case "message":
      return (
        <Bubble
          className={`feed-note_chat feed-note_${entry.message.type}`}
          icon={null}
          author={entry.message.author_name}
          time={entry.time}
          tone={entry.message.type === "incoming" ? "in" : "out"}
          via={nameChannel(entry.talk.origin)}
        >
          {entry.message.text}
        </Bubble>
      );
    case "task":
      return <DoneTask entry={entry} />;
  }
}

interface BubbleProps {
  readonly className: string;
  readonly icon: IconName | null;
  readonly author: string;
  readonly time: number;
  readonly tone?: "in" | "out" | "note";
  readonly via?: string;
  readonly id?: number;
  readonly title?: string;
  readonly children: ComponentChildren;
}

function Bubble({ className, icon, author, time, tone = "note", via, id, title, children }: BubbleProps) {
  const { format } = useCrm();
  return (
    <div class={`feed-note-wrapper feed-note-wrapper_${tone}`} data-id={id}>
      {icon === null ? (
        <Avatar name={author} />
      ) : (
        <span class="feed-note__icon">
          <Icon name={icon} />
        </span>
      )}
      <div class={`feed-note ${className}`}>
        <div class="feed-note__header">
          <span class="feed-note__author">{author}</span>
          <time>{format.time(time)}</time>
          {via !== undefined && <span class="feed-note__via">{via}</span>}
        </div>
        {title !== undefined && <div class="feed-note__title">{title}</div>}
        <div class="feed-note__body">{children}</div>
      </div>
    </div>
  );
}

const noteIcons: Record<Note["note_type"], IconName> = {
  common: "note",
  call_in: "phone",
  call_out: "phone",
  service_message: "widget",
  extended_service_message: "widget",
  message_cashier: "note",
  geolocation: "info",
  sms_in: "phone_device",
  sms_out: "phone_device",
  attachment: "link",
};
const noteTitles: Partial<Record<Note["note_type"], TextKey>> = {
  call_in: "feed.call_in",
  call_out: "feed.call_out",
  sms_in: "feed.sms_in",
  sms_out: "feed.sms_out",
  attachment: "feed.attachment",
  geolocation: "feed.geolocation",
};

function NoteBubble({ note }: { note: Note }) {
  const { t, attempt, model } = useCrm();
  const author = useModel((view) => view.tables.users.get(note.created_by)?.name) ?? t("feed.robot");
  const title = noteTitles[note.note_type];
  const service = toText(note.params.service);
  return (
    <Bubble
      className={`feed-note_${note.note_type}${note.is_pinned ? " feed-note_pinned" : ""}`}
      icon={noteIcons[note.note_type]}
      author={service === "" ? author : service}
      time={note.created_at}
      id={note.id}
      title={title === undefined ? undefined : t(title)}
    >
      <NoteBody note={note} />
      <button
        type="button"
        class="feed-note__pin"
        aria-pressed={note.is_pinned}
        title={t(note.is_pinned ? "feed.unpin" : "feed.pin")}
        aria-label={t(note.is_pinned ? "feed.unpin" : "feed.pin")}
        onClick={() =>
          void attempt(() => model.perform("updateNote", { id: note.id, is_pinned: !note.is_pinned }))
        }
      >
        <Icon name="pin" small />
      </button>
    </Bubble>
  );
}

function NoteBody({ note }: { note: Note }) {
  const { t } = useCrm();
  const { params } = note;
  if (note.note_type === "call_in" || note.note_type === "call_out") {
    const seconds = Number(params.duration ?? 0);
    const link = toText(params.link);
    return (
      <>
        <span>
          {toText(params.phone)} · {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
        </span>
        {/^https?:\/\//.test(link) && (
          <a class="feed-note__record" href={link} target="_blank" rel="noreferrer">
            <Icon name="download" small /> {t("feed.record")}
          </a>
        )}
      </>
    );
  }
  if (note.note_type === "attachment") return <>{toText(params.file_name)}</>;
  if (note.note_type === "sms_in" || note.note_type === "sms_out") {
    return (
      <>
        <span class="crm-muted">{toText(params.phone)} </span>
        {toText(params.text)}
      </>
    );
  }
  return <>{toText(params.text) || toText(params.address)}</>;
}

function DoneTask({ entry }: { entry: Extract<FeedEntry, { kind: "task" }> }) {
  const { t } = useCrm();
  const { task } = entry;
  const names = useModel((model) => ({
    user: model.tables.users.get(task.responsible_user_id)?.name ?? "",
    type: model.tables.task_types.get(task.task_type_id)?.name ?? "",
  }));
  return (
    <Bubble
      className="feed-note_task feed-note_task-done card-task"
      icon="check"
      author={names.user}
      time={entry.time}
      id={task.id}
      title={t("feed.task_done", { type: names.type })}
    >
      <s class="feed-note__done">{task.text}</s>
      {task.result !== null && task.result.text !== "" && (
        <div class="feed-note__result">{task.result.text}</div>
      )}
    </Bubble>
  );
}

const added: Record<string, TextKey> = {
  lead_added: "event.lead_added",
  contact_added: "event.contact_added",
  company_added: "event.company_added",
  customer_added: "event.customer_added",
};

function EventLine({ event }: { event: AccountEvent }) {
  const { t, format } = useCrm();
  const text = useModel((model) => {
    const addedText = added[event.type];
    if (addedText !== undefined) return t(addedText);
    const after = readObject(event.value_after[0]);
    const before = readObject(event.value_before[0]);
    switch (event.type) {
      case "lead_status_changed": {
        const name = (value: Json | undefined) => {
          const { id, pipeline_id: pipeline } = readObject(value);
          return model.tables.statuses.get(`${Number(pipeline)}:${Number(id)}`)?.name ?? "…";
        };
        return t("event.stage", { from: name(before.lead_status), to: name(after.lead_status) });
      }
      case "customer_status_changed": {
        const name = (value: Json | undefined) => {
          const period = customerPeriods.find(({ id }) => id === readObject(value).id);
          return period?.names[model.account.language] ?? "…";
        };
        return t("event.stage", { from: name(before.customer_status), to: name(after.customer_status) });
      }
      case "name_field_changed":
        return t("event.name", { value: toText(readObject(after.name_field_value).name ?? after.name) });
      case "sale_field_changed":
        return t("event.price", {
          value: format.money(Number(readObject(after.sale_field_value).sale ?? 0)),
        });
      case "entity_responsible_changed": {
        const id = Number(readObject(after.responsible_user).id ?? 0);
        return t("event.responsible", { name: model.tables.users.get(id)?.name ?? "…" });
      }
      case "entity_tag_added":
      case "entity_tag_deleted": {
        const value = event.type === "entity_tag_added" ? after : before;
        return t(event.type === "entity_tag_added" ? "event.tag_added" : "event.tag_removed", {
          name: toText(readObject(value.tag).name),
        });
      }
      default:
        return t(event.type === "entity_linked" ? "event.linked" : "event.unlinked");
    }
  });
  const author = useModel((model) => model.tables.users.get(event.created_by)?.name) ?? t("feed.robot");
  return (
    <div class="feed-event" data-id={event.id}>
      <time>{format.time(event.created_at)}</time>
      <span class="feed-event__author">{author}</span>
      <span>{text}</span>
    </div>
  );
}

function readObject(value: Json | undefined): Readonly<Record<string, Json>> {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}

function toText(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
