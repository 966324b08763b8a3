import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import type { TextKey } from "../i18n/create-translator";
import { GalleryScreen } from "../gallery/gallery-screen";
import { SettingsPage } from "../settings/settings-page";

/** A page that the emulator does not draw. It says so; widgets that run everywhere run here too. */
export function OutsideScreen() {
  const { t, page } = useCrm();
  const { route, url } = useStore(page);
  const head = url.split(/[/?#]/).filter(Boolean)[0] ?? "";
  if (head === "gallery") return <GalleryScreen />;
  if (head === "settings" && route.screen === "outside") return <GeneralSettings />;
  return (
    <div id="work_area" class="work-area">
      <PageTop title={t("outside.unknown_title")} />
      <div class="crm-page">
        <div class="crm-empty">
          <Icon name="search" />
          <p class="crm-empty__title">{t("outside.unknown_title")}</p>
          <p>{t("outside.unknown")}</p>
        </div>
      </div>
    </div>
  );
}

/** Settings → General: what the account is; a scenario changes it. */
function GeneralSettings() {
  const { t, format } = useCrm();
  const { account, users } = useModel((model) => ({
    account: model.account,
    users: [...model.tables.users.all()],
  }));
  const facts: readonly (readonly [TextKey, string])[] = [
    ["general.name", account.name],
    ["general.address", `${account.subdomain}.${account.top_level_domain}`],
    ["general.id", String(account.id)],
    ["general.plan", `${account.plan} · ${format.date(account.paid_till)}`],
    ["general.language", account.language],
    ["general.currency", `${account.currency} ${account.currency_symbol}`],
    ["general.timezone", account.timezone],
  ];
  return (
    <SettingsPage title={t("settings.general")} code="general">
      <section class="crm-panel content__account__settings">
        <h3 class="crm-panel__title">{t("general.account")}</h3>
        <dl class="general__facts">
          {facts.map(([name, value]) => (
            <div key={name} class="content__account__settings__field">
              <dt>{t(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="crm-muted">{t("general.hint")}</p>
      </section>
      <section class="crm-panel">
        <h3 class="crm-panel__title">{t("general.users")}</h3>
        {users.map((user) => (
          <div key={user.id} class="general__user">
            <span class={`general__online${user.is_online ? " general__online_on" : ""}`} />
            <span class="general__user__name">{user.name}</span>
            <span class="crm-muted">{user.email}</span>
            <span class="crm-muted">{user.is_admin ? t("general.admin") : ""}</span>
            <span class="crm-muted">{user.is_active ? "" : t("general.inactive")}</span>
          </div>
        ))}
      </section>
    </SettingsPage>
  );
}
