import { PageTop } from "../chrome/page-top";
import { useCrm } from "../crm";
import { SettingsMenu } from "../settings/settings-menu";
import { DeclaredWidgets } from "./declared-widgets";

/** Settings → Client portal: the widgets that bring a page for clients. The portal itself is not emulated. */
export function PortalScreen() {
  const { t } = useCrm();
  return (
    <div id="work_area" class="work-area content__settings">
      <PageTop title={t("outside.portal_title")} />
      <div class="settings-layout">
        <SettingsMenu active="personal_page" />
        <div class="crm-page custom-scroll" id="list_page_holder">
          <div class="crm-page__narrow">
            <DeclaredWidgets location="personal_page" file="personal_page.js" />
            <p class="crm-muted">{t("outside.portal")}</p>
          </div>
        </div>
      </div>
    </div>
  );
}
