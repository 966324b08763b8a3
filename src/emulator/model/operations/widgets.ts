import type { InstalledWidget, Json, Source, WidgetStatus } from "../entities";
import { OperationError } from "../operations";
import { nameWidget } from "../read-text";
import type { Writer } from "../writer";

export function installWidget(writer: Writer, input: { code: string }): InstalledWidget {
  const widget = findWidget(writer, input.code);
  const configured = Object.keys(widget.manifest.settings).length === 0;
  return writer.put("widgets", {
    ...widget,
    status: configured ? "installed" : "not_configured",
    is_active: configured,
  });
}

export function saveWidgetSettings(
  writer: Writer,
  input: { code: string; settings: { readonly [field: string]: Json }; active?: boolean },
): InstalledWidget {
  const widget = findWidget(writer, input.code);
  return writer.put("widgets", {
    ...widget,
    settings: { ...widget.settings, ...input.settings },
    status: "installed",
    is_active: input.active ?? true,
  });
}

export function disableWidget(writer: Writer, input: { code: string }): InstalledWidget {
  return writer.put("widgets", { ...findWidget(writer, input.code), is_active: false });
}

export function uninstallWidget(writer: Writer, input: { code: string }): InstalledWidget {
  const widget = findWidget(writer, input.code);
  for (const action of writer.tables.stage_actions.filter((row) => row.widget_code === widget.code)) {
    writer.remove("stage_actions", action.id);
  }
  return writer.put("widgets", {
    ...widget,
    status: "install",
    is_active: false,
    settings: {},
    pipeline_id: null,
    sdk_catalog_id: null,
  });
}

export function setWidgetStatus(
  writer: Writer,
  input: { code: string; status: WidgetStatus },
): InstalledWidget {
  if (!["install", "installed", "not_configured", "error"].includes(input.status)) {
    throw new OperationError(`A widget has no status "${input.status}".`);
  }
  return writer.put("widgets", { ...findWidget(writer, input.code), status: input.status });
}

export function setSdkCatalog(writer: Writer, input: { code: string; catalog_id: number }): InstalledWidget {
  const widget = findWidget(writer, input.code);
  const catalog = writer.tables.catalogs.get(input.catalog_id);
  if (catalog !== undefined) writer.put("catalogs", { ...catalog, sdk_widget_code: widget.code });
  return writer.put("widgets", { ...widget, sdk_catalog_id: input.catalog_id });
}

export function addWidgetSource(writer: Writer, input: { code: string; pipeline_id: number }): Source {
  const widget = findWidget(writer, input.code);
  if (writer.tables.pipelines.get(input.pipeline_id) === undefined) {
    throw new OperationError(`There is no pipeline ${input.pipeline_id}.`);
  }
  writer.put("widgets", { ...widget, pipeline_id: input.pipeline_id });
  const before = writer.tables.sources.filter(
    (source) => source.widget_code === widget.code && source.external_id === widget.code,
  )[0];
  return writer.put("sources", {
    id: before?.id ?? writer.nextId("sources"),
    name: nameWidget(widget, writer.account.language),
    external_id: widget.code,
    pipeline_id: input.pipeline_id,
    default: before?.default ?? true,
    origin_code: null,
    widget_code: widget.code,
    services: [],
  });
}

export function findWidget(writer: Writer, code: string): InstalledWidget {
  const widget = writer.tables.widgets.get(code);
  if (widget === undefined) throw new OperationError(`There is no widget "${code}".`);
  return widget;
}
