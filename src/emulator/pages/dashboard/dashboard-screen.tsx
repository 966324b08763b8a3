import type { Lead } from "../../model/entities";
import { PageTop } from "../chrome/page-top";
import { Avatar } from "../components/avatar";
import { useCrm, useModel } from "../crm";
import { listStatuses } from "../forms/card-form";

const won = 142;
const lost = 143;

/** The desktop: what is open, won and lost, how the pipeline stands, and what is due. */
export function DashboardScreen() {
  const { t, format } = useCrm();
  const facts = useModel((model) => {
    const leads = model.tables.leads.filter((lead) => !lead.is_deleted);
    const pipelines = [...model.tables.pipelines.all()];
    const main = pipelines.find(({ is_main }) => is_main) ?? pipelines[0];
    const stages = listStatuses(model, main?.id ?? 0)
      .filter(({ id }) => id !== lost)
      .map((stage) => ({
        stage,
        ...sum(leads.filter((lead) => lead.pipeline_id === main?.id && lead.status_id === stage.id)),
      }));
    const tasks = model.tables.tasks.filter((task) => !task.is_completed);
    const today = format.startOfDay(model.now());
    return {
      open: sum(leads.filter(({ status_id }) => status_id !== won && status_id !== lost)),
      won: sum(leads.filter(({ status_id }) => status_id === won)),
      lost: sum(leads.filter(({ status_id }) => status_id === lost)),
      overdue: tasks.filter((task) => task.complete_till < model.now()).length,
      today: tasks.filter((task) => format.startOfDay(task.complete_till) === today).length,
      pipeline: main?.name ?? "",
      stages,
      most: Math.max(1, ...stages.map(({ count }) => count)),
      people: model.tables.users
        .filter((user) => user.is_active)
        .map((user) => ({
          user,
          ...sum(leads.filter((lead) => lead.responsible_user_id === user.id && lead.status_id === won)),
        }))
        .sort((a, b) => b.money - a.money),
    };
  });

  return (
    <div id="work_area" class="work-area dashboard">
      <PageTop title={t("menu.dashboard")} />
      <div class="crm-page custom-scroll" id="dashboard_holder">
        <div class="dashboard__tiles">
          <Tile
            title={t("dashboard.open")}
            value={format.number(facts.open.count)}
            note={format.money(facts.open.money)}
          />
          <Tile
            title={t("dashboard.won")}
            value={format.number(facts.won.count)}
            note={format.money(facts.won.money)}
            tone="good"
          />
          <Tile
            title={t("dashboard.lost")}
            value={format.number(facts.lost.count)}
            note={format.money(facts.lost.money)}
          />
          <Tile title={t("dashboard.today")} value={format.number(facts.today)} note={t("dashboard.tasks")} />
          <Tile
            title={t("dashboard.overdue")}
            value={format.number(facts.overdue)}
            note={t("dashboard.tasks")}
            tone={facts.overdue > 0 ? "bad" : undefined}
          />
        </div>
        <div class="dashboard__columns">
          <section class="crm-panel">
            <h3 class="crm-panel__title">{facts.pipeline}</h3>
            <div class="dashboard__stages">
              {facts.stages.map(({ stage, count, money }) => (
                <div key={stage.id} class="dashboard__stage">
                  <span class="dashboard__stage__name h-text-overflow" title={stage.name}>
                    {stage.name}
                  </span>
                  <span class="dashboard__stage__bar">
                    <span style={{ width: `${(count / facts.most) * 100}%`, background: stage.color }} />
                  </span>
                  <span class="dashboard__stage__count">{format.number(count)}</span>
                  <span class="dashboard__stage__money">{format.money(money)}</span>
                </div>
              ))}
            </div>
          </section>
          <section class="crm-panel">
            <h3 class="crm-panel__title">{t("dashboard.people")}</h3>
            {facts.people.map(({ user, count, money }) => (
              <div key={user.id} class="dashboard__person">
                <Avatar name={user.name} />
                <span class="dashboard__person__name h-text-overflow">{user.name}</span>
                <span class="crm-muted">{format.number(count)}</span>
                <b>{format.money(money)}</b>
              </div>
            ))}
          </section>
        </div>
      </div>
    </div>
  );
}

interface TileProps {
  readonly title: string;
  readonly value: string;
  readonly note: string;
  readonly tone?: "good" | "bad";
}

function Tile({ title, value, note, tone }: TileProps) {
  return (
    <section class={`crm-panel dashboard__tile${tone === undefined ? "" : ` dashboard__tile_${tone}`}`}>
      <h3 class="dashboard__tile__title">{title}</h3>
      <div class="dashboard__tile__value">{value}</div>
      <div class="crm-muted">{note}</div>
    </section>
  );
}

function sum(leads: readonly Lead[]): { count: number; money: number } {
  return { count: leads.length, money: leads.reduce((total, lead) => total + lead.price, 0) };
}
