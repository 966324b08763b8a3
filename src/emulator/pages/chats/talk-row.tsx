import type { Talk } from "../../model/entities";
import { nameChannel } from "../card/name-channel";
import { Avatar } from "../components/avatar";
import { useCrm, useModel } from "../crm";
import { listMessages } from "./list-messages";

/** A conversation in the list: who it is with, what was said last, and whether somebody has to answer. */
export function TalkRow({ talk, isOpen }: { talk: Talk; isOpen: boolean }) {
  const { t, format } = useCrm();
  const { name, last } = useModel((model) => ({
    name: model.tables.contacts.get(talk.contact_id)?.name ?? "",
    last: listMessages(model, talk.id).at(-1),
  }));
  return (
    <a
      class={`chats__talk js-navigate-link${isOpen ? " chats__talk_open" : ""}`}
      href={`/chats/${talk.id}/`}
      data-id={talk.id}
      aria-current={isOpen ? "page" : undefined}
    >
      <Avatar name={name} />
      <span class="chats__talk__text">
        <span class="chats__talk__line">
          <b class="h-text-overflow">{name}</b>
          <time>{format.shortDate(talk.updated_at)}</time>
        </span>
        <span class="chats__talk__line">
          <span class="chats__talk__last h-text-overflow">{last?.text ?? ""}</span>
          {!talk.is_read && <span class="chats__unread" role="img" aria-label={t("chats.unread")} />}
        </span>
        <span class="chats__talk__channel">{nameChannel(talk.origin)}</span>
      </span>
    </a>
  );
}
