import type { Route } from "../route";
import { addToInbox, giveToken, proxyRequest } from "./services";
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
];
