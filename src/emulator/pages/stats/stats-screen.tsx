import { customersPipeline } from "../../model/customer-periods";
import type { Report, ReportPeriod } from "../../model/wire";
import { listBoards } from "../automation/list-boards";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel, useStore } from "../crm";
import { useFigures } from "../use-figures";
import { PeopleTable } from "./people-table";

const periods: readonly ReportPeriod[] = ["week", "month", "quarter", "all"];

/** Analytics: what became of the leads of a pipeline that came in a period, by stages and by managers. */
export function StatsScreen() {
  const { t, page } = useCrm();
  const { report } = useStore(page);
  useFigures(["leads"]);
  const pipelines = useModel((model) => listBoards(model, t).filter(({ id }) => id !== customersPipeline));
  if (report === null) return null;
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
                href: writeAddress(id, report.period),
              }))}
            >
              <span>{pipelines.find(({ id }) => id === report.pipeline_id)?.name}</span>{" "}
              <Icon name="down" small />
            </Menu>
            <nav class="settings-tabs settings-tabs_top" aria-label={t("report.period")}>
              {periods.map((period) => (
                <a
                  key={period}
                  class="settings-tabs__item js-navigate-link"
                  href={writeAddress(report.pipeline_id, period)}
                  aria-selected={report.period === period}
                  aria-current={report.period === period ? "page" : undefined}
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
        <Stages report={report} />
        <PeopleTable people={report.people} />
      </div>
    </div>
  );
}

function Stages({ report }: { report: Report }) {
  const { t, format } = useCrm();
  const stages = useModel((model) =>
    report.stages.flatMap((column) => {
      const stage = model.tables.statuses.get(`${report.pipeline_id}:${column.status_id}`);
      return stage === undefined ? [] : [{ stage, ...column }];
    }),
  );
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <section class="crm-panel">
      <h3 class="crm-panel__title">{t("report.stages")}</h3>
      {stages.map(({ stage, count, money }) => (
        <div key={stage.id} class="dashboard__stage">
          <span class="dashboard__stage__name h-text-overflow" title={stage.name}>
            {stage.name}
          </span>
          <span class="dashboard__stage__bar">
            <span style={{ width: `${(count / most) * 100}%`, background: stage.color }} />
          </span>
          <span class="dashboard__stage__count">{format.number(count)}</span>
          <span class="dashboard__stage__money">{format.money(money)}</span>
        </div>
      ))}
      <div class="dashboard__stage stats__total">
        <b>{t("report.total")}</b>
        <span />
        <b class="dashboard__stage__count">{format.number(report.all.count)}</b>
        <b class="dashboard__stage__money">{format.money(report.all.money)}</b>
      </div>
    </section>
  );
}

function writeAddress(pipeline: number, period: ReportPeriod): string {
  return `/stats/?pipeline=${pipeline}&period=${period}`;
}
