import { PageTop } from "../chrome/page-top";
import { useCrm, useStore } from "../crm";
import { SettingsMenu } from "../settings/settings-menu";
import { ChatButton } from "./chat-button";
import { Messengers } from "./messengers";
import { SmsSenders } from "./sms-senders";

const tabs = [
  { screen: "whatsapp", href: "/settings/communications/", text: "communications.messengers" },
  { screen: "sms", href: "/settings/communications/sms/", text: "communications.sms" },
  {
    screen: "chat_button",
    href: "/settings/communications/chat_button/",
    text: "communications.chat_button",
  },
] as const;

/** Settings → Communication tools: messengers, senders of SMS, the chat button of the site. */
export function CommunicationsScreen() {
  const { t, page } = useCrm();
  const { route } = useStore(page);
  return (
    <div id="work_area" class="work-area content__settings">
      <PageTop
        title={t("settings.communications")}
        preset={
          <nav class="settings-tabs settings-tabs_top" aria-label={t("settings.communications")}>
            {tabs.map((tab) => (
              <a
                key={tab.screen}
                class="settings-tabs__item js-navigate-link"
                href={tab.href}
                aria-selected={route.screen === tab.screen}
                aria-current={route.screen === tab.screen ? "page" : undefined}
              >
                {t(tab.text)}
              </a>
            ))}
          </nav>
        }
      />
      <div class="settings-layout">
        <SettingsMenu active="communications" />
        <div class="crm-page custom-scroll" id="list_page_holder">
          {route.screen === "whatsapp" && <Messengers />}
          {route.screen === "sms" && <SmsSenders />}
          {route.screen === "chat_button" && <ChatButton />}
        </div>
      </div>
    </div>
  );
}
