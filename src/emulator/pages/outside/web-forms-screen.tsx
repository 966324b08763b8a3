import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { SettingsPage } from "../settings/settings-page";
import { DeclaredWidgets } from "./declared-widgets";

/** Settings → Web forms: the account's own sources of leads, and the widgets that bring fields for forms. */
export function WebFormsScreen() {
  const { t } = useCrm();
  const sources = useModel((model) =>
    model.tables.sources
      .filter((source) => source.widget_code === null)
      .map((source) => ({ source, pipeline: model.tables.pipelines.get(source.pipeline_id)?.name ?? "" })),
  );
  return (
    <SettingsPage title={t("outside.web_forms_title")} code="web_forms">
      <section class="crm-panel">
        <h3 class="crm-panel__title">{t("outside.own_sources")}</h3>
        {sources.length === 0 && <p class="crm-muted">{t("sources.none")}</p>}
        {sources.map(({ source, pipeline }) => (
          <div key={source.id} class="sources__row" data-id={source.id}>
            <Icon name="note" small />
            <b>{source.name}</b>
            {source.default && <span class="digital-pipeline__default">{t("sources.default")}</span>}
            <a class="js-navigate-link" href={`/settings/pipeline/leads/${source.pipeline_id}/sources/`}>
              {pipeline}
            </a>
          </div>
        ))}
      </section>
      <DeclaredWidgets location="amoforms" file="amoforms.js" />
      <p class="crm-muted">{t("outside.web_forms")}</p>
    </SettingsPage>
  );
}
