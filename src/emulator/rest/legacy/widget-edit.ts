import type { FormValue } from "../../../protocol/bracket-form";
import type { Json } from "../../model/entities";
import { readForm, readPart, readText, requireAdmin, type Call } from "../call";
import { fail, json, type RestResponse } from "../message";
import { presentRecord } from "./widget-list";

/**
 * `POST /ajax/widgets/edit`: saves a widget's settings, switches it on or off. Undocumented; the integrations page and
 * some widgets send `{ action, id, code, widget_active, settings }` as a form or as JSON.
 */
export function editWidget(call: Call): RestResponse {
  requireAdmin(call);
  const form = readForm(call);
  const widget = findWidget(call, readText(form, "code"), readText(form, "id"));
  const action = readText(form, "action") ?? "edit";
  if (action === "uninstall" || action === "delete") call.model.run("uninstallWidget", { code: widget.code });
  else if (action === "install") call.model.run("installWidget", { code: widget.code });
  else {
    const active = readText(form, "widget_active");
    call.model.run("saveWidgetSettings", {
      code: widget.code,
      settings: readSettings(call, form),
      active: active === undefined ? true : active === "Y" || active === "true" || active === "1",
    });
  }
  const row = call.model.tables.widgets.get(widget.code) ?? widget;
  return json({ status: "success", widget: presentRecord(call.model, row) });
}

/** From JSON the values keep their types; a form has texts only. */
function readSettings(
  call: Call,
  form: { readonly [key: string]: FormValue },
): { readonly [field: string]: Json } {
  if ((call.request.headers["content-type"] ?? "").includes("json")) {
    const body = JSON.parse(call.request.body) as { readonly settings?: unknown };
    const { settings } = body;
    return typeof settings === "object" && settings !== null && !Array.isArray(settings)
      ? (settings as { readonly [field: string]: Json })
      : {};
  }
  return readPart(form, "settings") as { readonly [field: string]: Json };
}

function findWidget(call: Call, code: string | undefined, id: string | undefined) {
  const { widgets } = call.model.tables;
  const found = code === undefined ? widgets.filter((row) => String(row.id) === id)[0] : widgets.get(code);
  return found ?? fail(404, `There is no widget ${code ?? id ?? ""}`);
}
