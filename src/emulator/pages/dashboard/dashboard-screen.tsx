import { lost } from "../../model/closed-stages";
import { PageTop } from "../chrome/page-top";
import { Avatar } from "../components/avatar";
import { StageBars } from "../components/stage-bars";
import { useCrm, useModel, useStore } from "../crm";
import { useFigures } from "../use-figures";

/** The desktop: what is open, won and lost, how the pipeline stands, and what is due. */
export function DashboardScreen() {
  const { t, format, page } = useCrm();
  const { summary, board } = useStore(page);
  useFigures(["leads", "tasks"]);
  const columns = (board ?? []).filter(({ status_id }) => status_id !== lost);
  const { pipeline, people } = useModel((model) => ({
    pipeline: model.tables.pipelines.get(columns[0]?.pipeline_id ?? 0)?.name ?? "",
    people: (summary?.people ?? []).flatMap((person) => {
      const user = model.tables.users.get(person.user_id);
      return user === undefined ? [] : [{ ...person, user }];
    }),
  }));
  if (summary === null) return null;

  return (
    <div id="work_area" class="work-area dashboard">
      <PageTop title={t("menu.dashboard")} />
      <div class="crm-page custom-scroll" id="dashboard_holder">
        <div class="dashboard__tiles">
          <Tile
            title={t("dashboard.open")}
            value={format.number(summary.open.count)}
            note={format.money(summary.open.money)}
          />
          <Tile
            title={t("dashboard.won")}
            value={format.number(summary.won.count)}
            note={format.money(summary.won.money)}
            tone="good"
          />
          <Tile
            title={t("dashboard.lost")}
            value={format.number(summary.lost.count)}
            note={format.money(summary.lost.money)}
          />
          <Tile
            title={t("dashboard.today")}
            value={format.number(summary.tasks.today)}
            note={t("dashboard.tasks")}
          />
          <Tile
            title={t("dashboard.overdue")}
            value={format.number(summary.tasks.overdue)}
            note={t("dashboard.tasks")}
            tone={summary.tasks.overdue > 0 ? "bad" : undefined}
          />
        </div>
        <div class="dashboard__columns">
          <section class="crm-panel">
            <h3 class="crm-panel__title">{pipeline}</h3>
            <div class="dashboard__stages">
              <StageBars columns={columns} />
            </div>
          </section>
          <section class="crm-panel">
            <h3 class="crm-panel__title">{t("dashboard.people")}</h3>
            {people.length === 0 && <p class="crm-muted">{t("dashboard.no_people")}</p>}
            {people.map(({ user, count, money }) => (
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
