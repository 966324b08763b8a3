import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { Conversation } from "./conversation";
import { TalkRow } from "./talk-row";

/** Chats with clients: the conversations of the whole account, the latest first, and the open one beside them. */
export function ChatsScreen() {
  const { t, page } = useCrm();
  const { route, list } = useStore(page);
  const limit = list?.limit ?? 0;
  const talks = useModel((model) =>
    [...model.tables.talks.all()].sort(
      (one, other) => other.updated_at - one.updated_at || other.id - one.id,
    ),
  );
  const open = talks.find(({ id }) => id === route.id);
  return (
    <div id="work_area" class="work-area chats">
      <PageTop title={t("menu.chats")} />
      {open === undefined ? (
        <div class="crm-page">
          <div class="crm-empty">
            <Icon name="chats" />
            <p class="crm-empty__title">{t("chats.none")}</p>
            <p>{t("chats.none_text")}</p>
          </div>
        </div>
      ) : (
        <div class="chats__layout" id="list_page_holder">
          <nav class="chats__list custom-scroll" aria-label={t("chats.list")}>
            {talks.map((talk) => (
              <TalkRow key={talk.id} talk={talk} isOpen={talk.id === open.id} />
            ))}
            {list !== null && list.total > list.ids.length && (
              <a class="chats__more js-navigate-link" href={`/chats/${open.id}/?limit=${limit + 50}`}>
                {t("chats.more")}
              </a>
            )}
          </nav>
          <Conversation key={open.id} talk={open} />
        </div>
      )}
    </div>
  );
}
