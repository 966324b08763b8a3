import { Avatar } from "../components/avatar";
import { useCrm, useModel } from "../crm";
import type { Thread } from "./list-threads";

/** A thread in its folder: who it is with, what it is about, and how its last letter begins. */
export function ThreadRow({ thread, isOpen }: { thread: Thread; isOpen: boolean }) {
  const { t, format } = useCrm();
  const { id, last, letters } = thread;
  const name = useModel((model) => model.tables.contacts.get(last.contact_id)?.name ?? "");
  const isNew = letters.some(({ is_read }) => !is_read);
  return (
    <a
      class={`chats__talk js-navigate-link${isOpen ? " chats__talk_open" : ""}`}
      href={`/mail/thread/${id}/`}
      data-id={id}
      aria-current={isOpen ? "page" : undefined}
    >
      <Avatar name={name} />
      <span class="chats__talk__text">
        <span class="chats__talk__line">
          <b class="h-text-overflow">{name}</b>
          <time>{format.shortDate(last.created_at)}</time>
        </span>
        <span class="chats__talk__line">
          <span class="mail__subject h-text-overflow">{last.subject}</span>
          {isNew && <span class="chats__unread" role="img" aria-label={t("mail.unread")} />}
        </span>
        <span class="chats__talk__last h-text-overflow">{last.text}</span>
      </span>
    </a>
  );
}
