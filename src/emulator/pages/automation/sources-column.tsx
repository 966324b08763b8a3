import { useEffect, useState } from "preact/hooks";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { openSettingsModal } from "../settings/open-settings-modal";
import { findLogo } from "../settings/describe-widget";
import { hasLocation, nameWidget } from "../../model/read-text";

/** The sources of a pipeline: where its leads come from, and the widgets that can be added (Kommo: Lead sources). */
export function SourcesColumn({ pipelineId, isOpen }: { pipelineId: number; isOpen: boolean }) {
  const crm = useCrm();
  const { t, loader, attempt, track } = crm;
  const [isAdding, setAdding] = useState(isOpen);
  useEffect(() => setAdding(isOpen), [isOpen]);
  const { sources, widgets } = useModel((view) => ({
    sources: view.tables.sources.filter((source) => source.pipeline_id === pipelineId),
    widgets: view.tables.widgets.filter(
      (widget) => widget.is_active && widget.status !== "install" && hasLocation(widget, "lead_sources"),
    ),
  }));

  const add = async (code: string) => {
    setAdding(false);
    await attempt(() => track(loader.addAsSource(code, pipelineId)));
  };

  return (
    <section
      class="digital-pipeline__column digital-pipeline__column_sources"
      aria-label={t("sources.title")}
    >
      <h3 class="digital-pipeline__status">{t("sources.title")}</h3>
      <div class="digital-pipeline__items">
        {sources.length === 0 && !isAdding && <p class="digital-pipeline__hint">{t("sources.none")}</p>}
        {sources.map((source) => (
          <button
            key={source.id}
            type="button"
            class="digital-pipeline__source"
            data-id={source.id}
            data-widget-code={source.widget_code ?? undefined}
            disabled={source.widget_code === null}
            onClick={() =>
              void openSettingsModal(crm, source.widget_code ?? "", {
                source_id: source.id,
                external_id: source.external_id,
              })
            }
          >
            <Icon name={source.widget_code === null ? "chats" : "widget"} />
            <span class="h-text-overflow">{source.name}</span>
            {source.default && <span class="digital-pipeline__default">{t("sources.default")}</span>}
          </button>
        ))}
        {isAdding && (
          <div class="digital-pipeline__source-list">
            {widgets.length === 0 && <p class="digital-pipeline__hint">{t("sources.no_widgets")}</p>}
            {widgets.map((widget) => {
              const logo = findLogo(widget, "logo_small.png");
              return (
                <button
                  key={widget.code}
                  type="button"
                  class="digital-pipeline__source js-add-source"
                  data-widget-code={widget.code}
                  onClick={() => void add(widget.code)}
                >
                  {logo === null ? <Icon name="widget" /> : <img src={logo} alt="" />}
                  <span class="h-text-overflow">{nameWidget(widget, t.locale)}</span>
                  <Icon name="plus" small />
                </button>
              );
            })}
          </div>
        )}
        <Button className="digital-pipeline__add button-cancel" onClick={() => setAdding(!isAdding)}>
          {isAdding ? t("common.cancel") : `+ ${t("sources.add")}`}
        </Button>
      </div>
    </section>
  );
}
