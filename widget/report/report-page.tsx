import { useAsync, useRest, useSettings, useTranslate } from "komponent";
import { useState } from "preact/hooks";
import { readPlaybooks } from "../playbooks/read-playbooks";
import { summarizeTasks, sum } from "../playbooks/summarize-tasks";
import { useUserName } from "../shared/account";
import { Button } from "../shared/button";
import { Empty, Failure, Loading } from "../shared/states";
import { listTeamTasks } from "../shared/tasks";
import { ReportTable } from "./report-table";
import { Totals } from "./totals";
import fields from "../shared/fields.module.scss";
import styles from "./report.module.scss";

const periods = [7, 30, 90];

/** Open, overdue and done tasks by playbook and by manager. */
export function ReportPage() {
  const t = useTranslate();
  const rest = useRest();
  const userName = useUserName();
  const playbooks = readPlaybooks(useSettings().playbooks);
  const [days, setDays] = useState(30);
  const tasks = useAsync((signal) => listTeamTasks(rest, days, signal), [days]);
  const report = tasks.data && summarizeTasks(playbooks, tasks.data, Date.now() / 1000);

  return (
    <main class={styles["report"]}>
      <div class={styles["head"]}>
        <h2>{t("report.title")}</h2>
        <label>
          {t("report.period")}
          <select
            class={fields["field"]}
            value={days}
            onChange={(event) => setDays(Number(event.currentTarget.value))}
          >
            {periods.map((count) => (
              <option key={count} value={count}>
                {t("report.days", { count })}
              </option>
            ))}
          </select>
        </label>
        <Button onClick={tasks.retry} busy={tasks.loading}>
          {t("report.refresh")}
        </Button>
      </div>
      {tasks.error ? <Failure error={tasks.error} onRetry={tasks.retry} /> : null}
      {!report && !tasks.error ? <Loading /> : null}
      {report && sum(report.total) === 0 ? (
        <Empty title={t("report.empty_title")} text={t("report.empty_text")} />
      ) : null}
      {report && sum(report.total) > 0 ? (
        <>
          <Totals counts={report.total} />
          <ReportTable
            title={t("report.by_playbook")}
            heading={t("report.playbook")}
            rows={report.byPlaybook.map((row) => ({ ...row, name: row.key }))}
          />
          <ReportTable
            title={t("report.by_manager")}
            heading={t("report.manager")}
            rows={report.byManager.map((row) => ({ ...row, name: userName(Number(row.key)) }))}
          />
        </>
      ) : null}
    </main>
  );
}
