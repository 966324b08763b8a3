import type { Talk } from "../../model/entities";
import { ChatForm } from "../card/composer";
import { FeedHistory } from "../card/feed-history";
import { nameChannel } from "../card/name-channel";
import { NotesScroller } from "../card/notes-scroller";
import { useModel } from "../crm";
import { listMessages } from "./list-messages";

/** An open conversation: its messages, and the composer under them. */
export function Conversation({ talk }: { talk: Talk }) {
  const { contact, card, messages } = useModel((model) => ({
    contact: model.tables.contacts.get(talk.contact_id),
    card: talk.entity_type === null ? undefined : model.tables[talk.entity_type].get(talk.entity_id ?? 0),
    messages: listMessages(model, talk.id),
  }));

  return (
    <section class="chats__conversation" aria-label={contact?.name}>
      <header class="chats__head">
        <a
          class="js-navigate-link chats__client h-text-overflow"
          href={`/contacts/detail/${talk.contact_id}`}
        >
          {contact?.name}
        </a>
        <span class="feed-note__via">{nameChannel(talk.origin)}</span>
        {card !== undefined && (
          <a
            class="js-navigate-link chats__card h-text-overflow"
            href={`/${talk.entity_type}/detail/${card.id}`}
          >
            {card.name}
          </a>
        )}
      </header>
      <NotesScroller key={talk.id} last={messages.at(-1)?.id}>
        <FeedHistory
          entries={messages.map((message) => ({
            key: message.id,
            kind: "message",
            time: message.created_at,
            message,
            talk,
          }))}
        />
      </NotesScroller>
      <div class="feed-compose" data-mode="chat">
        <div class="feed-compose__inner">
          <ChatForm talks={[talk]} />
        </div>
      </div>
    </section>
  );
}
