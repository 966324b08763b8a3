import type { InstalledWidget, Json } from "../../model/entities";
import { listLocationCodes } from "../../model/read-manifest";
import { requireAdmin, type Call } from "../call";
import { empty, fail, hal, type RestResponse } from "../message";
import { answerPage, links } from "../paging";
import type { Route } from "../route";
import { readItem } from "./validate";

/** `/api/v4/widgets` (Kommo: Widgets). */
export const widgetRoutes: readonly Route[] = [
  ["GET", "/api/v4/widgets", listWidgets],
  ["GET", "/api/v4/widgets/{code}", (call) => hal(presentWidget(call, findWidget(call)))],
  ["POST", "/api/v4/widgets/{code}", install],
  ["DELETE", "/api/v4/widgets/{code}", uninstall],
];

function presentWidget(call: Call, widget: InstalledWidget): object {
  const locations = listLocationCodes(widget.manifest);
  return {
    id: widget.id,
    code: widget.code,
    version: widget.version,
    rating: "0,0",
    settings_template: Object.entries(widget.manifest.settings).map(([key, field]) => ({
      key,
      name: field.name,
      type: field.type,
      is_required: field.required,
    })),
    is_lead_source: locations.includes("lead_sources"),
    is_work_with_dp: locations.includes("digital_pipeline"),
    is_crm_template: false,
    client_uuid: widget.client_uuid,
    is_active_in_account: widget.is_active,
    pipeline_id: widget.pipeline_id,
    ...(call.request.headers["authorization"] === undefined ? {} : { settings: widget.settings }),
    _links: links(call, `widgets/${widget.code}`),
  };
}

function listWidgets(call: Call): RestResponse {
  return answerPage(call, [...call.model.tables.widgets.all()], {
    name: "widgets",
    present: (widget) => presentWidget(call, widget),
  });
}

/** Installs with the values of the fields, as an integration does by API. */
function install(call: Call): RestResponse {
  requireAdmin(call);
  const widget = findWidget(call);
  const settings = call.request.body === "" ? {} : readItem(call);
  const missing = Object.entries(widget.manifest.settings).find(
    ([key, field]) => field.required && (settings[key] === undefined || settings[key] === ""),
  );
  if (missing !== undefined) return fail(400, `The setting ${missing[0]} is required`);
  const row = call.model.run("saveWidgetSettings", {
    code: widget.code,
    settings: settings as { readonly [field: string]: Json },
  });
  return hal(presentWidget(call, row));
}

function uninstall(call: Call): RestResponse {
  requireAdmin(call);
  call.model.run("uninstallWidget", { code: findWidget(call).code });
  return empty();
}

function findWidget(call: Call): InstalledWidget {
  const code = call.params["code"] ?? "";
  return call.model.tables.widgets.get(code) ?? fail(404, `There is no widget ${code}`);
}
