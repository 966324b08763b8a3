import { useState } from "preact/hooks";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { findThread, listThreads, type Folder } from "./list-threads";
import { OpenThread } from "./open-thread";
import { ThreadRow } from "./thread-row";

const folders: readonly Folder[] = ["inbox", "sent", "drafts"];

/** Mail: the threads of a folder and the open one. Letters are read only, the emulator neither sends nor receives any. */
export function MailScreen() {
  const { t, page } = useCrm();
  const [folder, setFolder] = useState<Folder>("inbox");
  const { route } = useStore(page);
  const { threads, open } = useModel((model) => ({
    threads: listThreads(model, folder),
    open: findThread(model, route.id),
  }));
  return (
    <div id="work_area" class="work-area mail">
      <PageTop title={t("menu.mail")} />
      <div class="mail__layout">
        <nav class="aside settings-menu mail__folders" aria-label={t("mail.folders")}>
          {folders.map((one) => (
            <button
              key={one}
              type="button"
              class={`aside__list-item settings-menu__item mail__folder${one === folder ? " settings-menu__item_active" : ""}`}
              aria-current={one === folder ? "page" : undefined}
              onClick={() => setFolder(one)}
            >
              {t(`mail.${one}`)}
            </button>
          ))}
        </nav>
        {threads.length > 0 && (
          <nav class="chats__list custom-scroll" aria-label={t("mail.threads")}>
            {threads.map((thread) => (
              <ThreadRow key={thread.id} thread={thread} isOpen={thread.id === open?.id} />
            ))}
          </nav>
        )}
        <div class="crm-page custom-scroll" id="list_page_holder">
          {open === undefined ? (
            <div class="crm-empty">
              <Icon name="mail" />
              <p class="crm-empty__title">{t(threads.length === 0 ? "mail.none" : "mail.choose")}</p>
              <p>{t("outside.mail")}</p>
            </div>
          ) : (
            <OpenThread thread={open} />
          )}
        </div>
      </div>
    </div>
  );
}
