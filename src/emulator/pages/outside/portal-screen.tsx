import { useCrm } from "../crm";
import { SettingsPage } from "../settings/settings-page";
import { DeclaredWidgets } from "./declared-widgets";

/** Settings → Client portal: the widgets that bring a page for clients. The portal itself is not emulated. */
export function PortalScreen() {
  const { t } = useCrm();
  return (
    <SettingsPage title={t("outside.portal_title")} code="personal_page">
      <DeclaredWidgets location="personal_page" file="personal_page.js" />
      <p class="crm-muted">{t("outside.portal")}</p>
    </SettingsPage>
  );
}
