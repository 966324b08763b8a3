import { customersPipeline } from "../../model/customer-periods";
import type { Analytics, AnalyticsPeriod } from "../../model/wire";
import { listBoards } from "../automation/list-boards";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { StageBars } from "../components/stage-bars";
import { useCrm, useModel, useStore } from "../crm";
import { useFigures } from "../use-figures";
import { PeopleTable } from "./people-table";

const periods: readonly AnalyticsPeriod[] = ["week", "month", "quarter", "all"];

/** Analytics: what became of the leads of a pipeline that came in a period, by stages and by managers. */
export function StatsScreen() {
  const { t, page } = useCrm();
  const { analytics } = useStore(page);
  useFigures(["leads"]);
  const pipelines = useModel((model) => listBoards(model, t).filter(({ id }) => id !== customersPipeline));
  if (analytics === null) return null;
  return (
    <div id="work_area" class="work-area stats">
      <PageTop
        title={t("menu.stats")}
        preset={
          <>
            <Menu
              label={t("automation.pipeline")}
              buttonClass="button-input_small"
              wrapperClass="crm-menu_left"
              items={pipelines.map(({ id, name }) => ({
                id: `stats_${id}`,
                text: name,
                href: writeAddress(id, analytics.period),
              }))}
            >
              <span>{pipelines.find(({ id }) => id === analytics.pipeline_id)?.name}</span>{" "}
              <Icon name="down" small />
            </Menu>
            <nav class="settings-tabs settings-tabs_top" aria-label={t("report.period")}>
              {periods.map((period) => (
                <a
                  key={period}
                  class="settings-tabs__item js-navigate-link"
                  href={writeAddress(analytics.pipeline_id, period)}
                  aria-selected={analytics.period === period}
                  aria-current={analytics.period === period ? "page" : undefined}
                >
                  {t(`report.${period}`)}
                </a>
              ))}
            </nav>
          </>
        }
      />
      <div class="crm-page custom-scroll" id="list_page_holder">
        <p class="stats__hint crm-muted">{t("report.hint")}</p>
        <Stages analytics={analytics} />
        <PeopleTable people={analytics.people} />
      </div>
    </div>
  );
}

function Stages({ analytics }: { analytics: Analytics }) {
  const { t, format } = useCrm();
  return (
    <section class="crm-panel">
      <h3 class="crm-panel__title">{t("report.stages")}</h3>
      <StageBars
        columns={analytics.stages.map((column) => ({ ...column, pipeline_id: analytics.pipeline_id }))}
      />
      <div class="dashboard__stage stats__total">
        <b>{t("report.total")}</b>
        <span />
        <b class="dashboard__stage__count">{format.number(analytics.all.count)}</b>
        <b class="dashboard__stage__money">{format.money(analytics.all.money)}</b>
      </div>
    </section>
  );
}

function writeAddress(pipeline: number, period: AnalyticsPeriod): string {
  return `/stats/?pipeline=${pipeline}&period=${period}`;
}
