import type { FunctionComponent } from "preact";
import type { Screen } from "../model/routes";
import { AutomationScreen } from "./automation/automation-screen";
import { ChatsScreen } from "./chats/chats-screen";
import { CardScreen } from "./card/card-screen";
import { WidgetsPanel } from "./card/widgets-panel";
import { LeftMenu } from "./chrome/left-menu";
import { ScreenGuard } from "./chrome/screen-guard";
import { Toasts } from "./chrome/toasts";
import { IconSprite } from "./components/icon-sprite";
import { useCrm, useStore } from "./crm";
import { DashboardScreen } from "./dashboard/dashboard-screen";
import { ListScreen } from "./list/list-screen";
import { Modals } from "./modal/modals";
import { AiAgentScreen } from "./communications/ai-agent-screen";
import { CatalogScreen } from "./catalog/catalog-screen";
import { CommunicationsScreen } from "./communications/communications-screen";
import { KanbanScreen } from "./kanban/kanban-screen";
import { MobileScreen } from "./communications/mobile-screen";
import { MailScreen } from "./mail/mail-screen";
import { PortalScreen } from "./outside/portal-screen";
import { WebFormsScreen } from "./outside/web-forms-screen";
import { StatsScreen } from "./stats/stats-screen";
import { OutsideScreen } from "./outside/outside-screen";
import { SalesbotScreen } from "./salesbot/salesbot-screen";
import { TaskCalendarScreen } from "./tasks/task-calendar-screen";
import { TaskLineScreen } from "./tasks/task-line-screen";
import { TasksScreen } from "./tasks/tasks-screen";
import { WidgetPageScreen } from "./outside/widget-page-screen";
import { AdvancedSettingsScreen } from "./settings/advanced-settings-screen";
import { IntegrationsScreen } from "./settings/integrations-screen";

const screens: Record<Screen, FunctionComponent> = {
  dashboard: DashboardScreen,
  card: CardScreen,
  list: ListScreen,
  kanban: KanbanScreen,
  tasks: TasksScreen,
  task_line: TaskLineScreen,
  task_calendar: TaskCalendarScreen,
  integrations: IntegrationsScreen,
  advanced_settings: AdvancedSettingsScreen,
  automation: AutomationScreen,
  sources: AutomationScreen,
  salesbot: SalesbotScreen,
  catalog: CatalogScreen,
  widget_page: WidgetPageScreen,
  stats: StatsScreen,
  mail: MailScreen,
  chats: ChatsScreen,
  sms: CommunicationsScreen,
  mobile: MobileScreen,
  chat_button: CommunicationsScreen,
  whatsapp: CommunicationsScreen,
  ai_agent: AiAgentScreen,
  web_forms: WebFormsScreen,
  personal_page: PortalScreen,
  outside: OutsideScreen,
};

/** The whole CRM: menu, screen, panel, windows and messages. Another visit draws the screen and its panel anew. */
export function App({ visit }: { visit: number }) {
  const { page } = useCrm();
  const { route } = useStore(page);
  const Page = screens[route.screen];
  return (
    <>
      <LeftMenu />
      <main id="page_holder" class={`page_holder page_holder_${route.screen}`} key={visit}>
        <div id="page_change_loader" />
        <ScreenGuard>
          <Page />
        </ScreenGuard>
        <WidgetsPanel />
      </main>
      <Modals />
      <IconSprite />
      <Toasts />
    </>
  );
}
