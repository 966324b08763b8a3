import type { FunctionComponent } from "preact";
import type { Screen } from "../model/routes";
import { AutomationScreen } from "./automation/automation-screen";
import { CardScreen } from "./card/card-screen";
import { WidgetsPanel } from "./card/widgets-panel";
import { LeftMenu } from "./chrome/left-menu";
import { ScreenGuard } from "./chrome/screen-guard";
import { Toasts } from "./chrome/toasts";
import { useCrm, useStore } from "./crm";
import { DashboardScreen } from "./dashboard/dashboard-screen";
import { ListScreen } from "./list/list-screen";
import { Modals } from "./modal/modals";
import { OutsideScreen } from "./outside/outside-screen";
import { AdvancedSettingsScreen } from "./settings/advanced-settings-screen";
import { IntegrationsScreen } from "./settings/integrations-screen";

const screens: Record<Screen, FunctionComponent> = {
  dashboard: DashboardScreen,
  card: CardScreen,
  list: ListScreen,
  kanban: OutsideScreen,
  tasks: OutsideScreen,
  task_line: OutsideScreen,
  task_calendar: OutsideScreen,
  integrations: IntegrationsScreen,
  advanced_settings: AdvancedSettingsScreen,
  automation: AutomationScreen,
  sources: AutomationScreen,
  salesbot: OutsideScreen,
  catalog: OutsideScreen,
  widget_page: OutsideScreen,
  stats: OutsideScreen,
  sms: OutsideScreen,
  mobile: OutsideScreen,
  chat_button: OutsideScreen,
  whatsapp: OutsideScreen,
  ai_agent: OutsideScreen,
  web_forms: OutsideScreen,
  personal_page: OutsideScreen,
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
      <Toasts />
    </>
  );
}
