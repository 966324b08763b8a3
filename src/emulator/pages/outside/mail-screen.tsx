import { useState } from "preact/hooks";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";

const folders = ["mail.inbox", "mail.sent", "mail.drafts"] as const;

/** The mail of an account that no mailbox is connected to: the emulator neither sends nor receives any. */
export function MailScreen() {
  const { t } = useCrm();
  const [folder, setFolder] = useState<(typeof folders)[number]>("mail.inbox");
  return (
    <div id="work_area" class="work-area mail">
      <PageTop title={t("menu.mail")} />
      <div class="mail__layout">
        <nav class="aside settings-menu" aria-label={t("mail.folders")}>
          {folders.map((one) => (
            <button
              key={one}
              type="button"
              class={`aside__list-item settings-menu__item mail__folder${one === folder ? " settings-menu__item_active" : ""}`}
              aria-current={one === folder ? "page" : undefined}
              onClick={() => setFolder(one)}
            >
              {t(one)}
            </button>
          ))}
        </nav>
        <div class="crm-page" id="list_page_holder">
          <div class="crm-empty">
            <Icon name="mail" />
            <p class="crm-empty__title">{t("mail.none_title")}</p>
            <p>{t("outside.mail")}</p>
          </div>
        </div>
      </div>
    </div>
  );
}
