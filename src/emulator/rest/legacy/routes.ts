import type { Route } from "../route";
import { accountPrivateRoutes } from "./private/account";
import { cardPrivateRoutes } from "./private/cards";
import { listPrivateRoutes } from "./private/lists";
import { accountV2Routes } from "./v2/account";
import { cardV2Routes } from "./v2/cards";
import { eventV2Routes } from "./v2/events";
import { noteV2Routes } from "./v2/notes";
import { taskV2Routes } from "./v2/tasks";
import { addToInbox, giveToken, proxyRequest } from "./services";
import { settingsFieldRoutes } from "./settings-fields";
import { editWidget } from "./widget-edit";
import { listWidgetsOfArea } from "./widget-list";

/** What the CRM's own pages and older widgets call beside the API v4. None of it is documented for widgets. */
export const legacyRoutes: readonly Route[] = [
  ["POST", "/ajax/widgets/list", listWidgetsOfArea],
  ["GET", "/ajax/widgets/list", listWidgetsOfArea],
  ["POST", "/ajax/widgets/edit", editWidget],
  ["GET", "/ajax/v2/integrations/{uuid}/disposable_token", giveToken],
  ["POST", "/ajax/v1/inbox/add", addToInbox],
  ["POST", "/private/widget/proxy.php", proxyRequest],
  ...settingsFieldRoutes,
  ...accountV2Routes,
  ...cardV2Routes,
  ...taskV2Routes,
  ...noteV2Routes,
  ...eventV2Routes,
  ...accountPrivateRoutes,
  ...cardPrivateRoutes,
  ...listPrivateRoutes,
];
