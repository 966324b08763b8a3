import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import type { EntityType, Talk } from "../../model/entities";
import type { ComposerSource } from "../../sdk/surface";
import { Button, Select } from "../components/controls";
import { Icon, type IconName } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { listLinked } from "./linked-forms";
import { TaskForm } from "./task-form";

type Mode = "note" | "task" | "chat" | `source_${number}`;

/** Writes into a card's feed: a note, a task, a message to the client, or what a widget's source offers. */
export function Composer({ entity, id, talks }: { entity: EntityType; id: number; talks: readonly Talk[] }) {
  const { t, host } = useCrm();
  const sources = useSources();
  const [mode, setMode] = useState<Mode>(talks.length > 0 ? "chat" : "note");
  const [isOpen, setOpen] = useState(false);
  const modes: { id: Mode; text: string; icon: IconName }[] = [
    ...(talks.length > 0 ? [{ id: "chat" as const, text: t("compose.chat"), icon: "chats" as const }] : []),
    { id: "note", text: t("compose.note"), icon: "note" },
    { id: "task", text: t("compose.task"), icon: "tasks" },
    ...sources.map((source, index) => ({
      id: `source_${index}` as const,
      text: source.type === "sms" ? `SMS · ${source.title}` : source.title,
      icon:
        source.type === "email"
          ? ("email" as const)
          : source.type === "sms"
            ? ("phone_device" as const)
            : ("send" as const),
    })),
  ];
  const current = modes.find((one) => one.id === mode) ?? modes[0];
  const source = mode.startsWith("source_") ? sources[Number(mode.slice(7))] : undefined;
  if (id === 0) return <div class="feed-compose feed-compose_disabled">{t("compose.after_save")}</div>;

  return (
    <div class="feed-compose" data-mode={mode}>
      <div class="feed-compose__quick-actions-wrapper">
        <div class="feed-compose-switcher">
          <button
            type="button"
            class="feed-compose-switcher__button"
            aria-expanded={isOpen}
            aria-haspopup="menu"
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={current?.icon ?? "note"} small />
            <span class="feed-compose-switcher__text">{current?.text}</span>
            <Icon name="up" small />
          </button>
          {isOpen && (
            <ul class="feed-compose-switcher__menu" role="menu">
              {modes.map((one) => (
                <li key={one.id} role="none">
                  <button
                    type="button"
                    role="menuitem"
                    class="feed-compose-switcher__item"
                    data-id={one.id}
                    onClick={() => {
                      setOpen(false);
                      setMode(one.id);
                    }}
                  >
                    <Icon name={one.icon} small /> {one.text}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
      <div class="feed-compose__inner">
        {source === undefined && mode === "note" && <NoteForm entity={entity} id={id} />}
        {source === undefined && mode === "task" && (
          <TaskForm entity={entity} id={id} onDone={() => setMode("note")} />
        )}
        {source === undefined && mode === "chat" && <ChatForm talks={talks} />}
        {source?.type === "sms" && <SmsForm key={mode} source={source} entity={entity} id={id} />}
        {source !== undefined && source.type !== "sms" && (
          <SourceControl key={mode} source={source} host={host} />
        )}
      </div>
    </div>
  );
}

/** What widgets have registered by `add_source`; the list grows while the page stands. */
function useSources(): readonly ComposerSource[] {
  const { host, window, opened } = useCrm();
  useStore(opened);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const follow = () => redraw(undefined);
    host.$(window.document).on("widgets:sources:add", follow);
    return () => void host.$(window.document).off("widgets:sources:add", follow);
  }, [host, window]);
  return host.listSources();
}

interface TextFormProps {
  readonly placeholder: string;
  readonly button: string;
  send(text: string): Promise<unknown>;
}

function TextForm({ placeholder, button, send }: TextFormProps) {
  const { attempt } = useCrm();
  const [text, setText] = useState("");
  const submit = async () => {
    if (text.trim() === "") return;
    const done = await attempt(async () => {
      await send(text.trim());
      return true;
    });
    if (done === true) setText("");
  };
  return (
    <div class="feed-compose__text">
      <textarea
        class="text-input text-input-textarea feed-compose__message"
        rows={1}
        placeholder={placeholder}
        aria-label={placeholder}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          event.preventDefault();
          void submit();
        }}
      />
      <div class="feed-compose__actions">
        <Button
          blue
          disabled={text.trim() === ""}
          className="feed-note__button js-note-submit"
          onClick={() => void submit()}
        >
          {button}
        </Button>
      </div>
    </div>
  );
}

function NoteForm({ entity, id }: { entity: EntityType; id: number }) {
  const { t, model, host } = useCrm();
  return (
    <TextForm
      placeholder={t("compose.note_placeholder")}
      button={t("compose.add")}
      send={async (text) => {
        const note = await model.perform("addNote", { type: entity, id, params: { text } });
        host.trigger("note:added", [note.id]);
      }}
    />
  );
}

/** Writes into the latest of the conversations. */
export function ChatForm({ talks }: { talks: readonly Talk[] }) {
  const { t, model } = useCrm();
  const talk = talks.at(-1);
  const name = useModel((view) => view.tables.contacts.get(talk?.contact_id ?? 0)?.name ?? "");
  return (
    <TextForm
      placeholder={t("compose.chat_placeholder", { name })}
      button={t("compose.send")}
      send={(text) => model.perform("sendMessage", { talk_id: talk?.id ?? 0, text })}
    />
  );
}

interface SmsFormProps {
  readonly source: ComposerSource;
  readonly entity: EntityType;
  readonly id: number;
}

/** The system's SMS composer; the widget sends, the system writes the note. */
function SmsForm({ source, entity, id }: SmsFormProps) {
  const { t, model } = useCrm();
  const phones = useModel((view) => listPhones(view, entity, id));
  const [chosen, setChosen] = useState(0);
  const phone = phones[chosen];
  if (phone === undefined) return <p class="feed-compose__hint">{t("compose.no_phone")}</p>;
  return (
    <>
      <Select
        name="sms_phone"
        label={t("compose.to")}
        className="feed-compose__to"
        selected={chosen}
        items={phones.map((one, index) => ({ id: index, option: `${one.name} · ${one.phone}` }))}
        onChange={(value) => setChosen(Number(value))}
      />
      <TextForm
        placeholder={t("compose.sms_placeholder")}
        button={t("compose.send")}
        send={async (message) => {
          await source.send({ phone: phone.phone, message, contact_id: phone.contact });
          await model.perform("addNote", {
            type: entity,
            id,
            note_type: "sms_out",
            params: { text: message, phone: phone.phone },
          });
        }}
      />
    </>
  );
}

function listPhones(
  model: Parameters<typeof listLinked>[0],
  entity: EntityType,
  id: number,
): { name: string; phone: string; contact: number }[] {
  const own = entity === "contacts" ? model.tables.contacts.get(id) : undefined;
  const contacts = own === undefined ? listLinked(model, entity, id, "contacts") : [own];
  const field = model.tables.custom_fields.filter(
    ({ entity_type, code }) => entity_type === "contacts" && code === "PHONE",
  )[0];
  return contacts.flatMap((contact) =>
    contact.custom_fields_values
      .filter(({ field_id }) => field_id === field?.id)
      .flatMap(({ values }) => values.map(({ value }) => String(value)))
      .map((phone) => ({ name: contact.name, phone, contact: contact.id })),
  );
}

/** The control that a widget's own source fills. */
function SourceControl({
  source,
  host,
}: {
  source: ComposerSource;
  host: ReturnType<typeof useCrm>["host"];
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current !== null) source.fill(element.current);
    return () => void host.$(element.current ?? []).empty();
  }, [source, host]);
  return (
    <div
      ref={element}
      class={`feed-compose__source feed-compose__source_${source.type}`}
      data-widget-code={source.widget}
    />
  );
}
