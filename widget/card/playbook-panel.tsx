import { useAsync, useCard, useRest, useSettings, useTranslate } from "komponent";
import { readPlaybooks } from "../playbooks/read-playbooks";
import { readProgress } from "../playbooks/read-progress";
import { listCardTasks } from "../shared/tasks";
import { Empty, Failure, Loading } from "../shared/states";
import { ApplyPlaybook } from "./apply-playbook";
import { PlaybookProgress } from "./playbook-progress";
import styles from "./card.module.scss";

interface PlaybookPanelProps {
  readonly entityType: "leads" | "contacts";
}

/** What a card shows: the playbooks at work on it, and the way to apply another. */
export function PlaybookPanel({ entityType }: PlaybookPanelProps) {
  const t = useTranslate();
  const card = useCard();
  const rest = useRest();
  const playbooks = readPlaybooks(useSettings().playbooks);
  const tasks = useAsync((signal) => listCardTasks(rest, entityType, card.id, signal), [entityType, card.id]);

  if (playbooks.length === 0)
    return <Empty title={t("card.no_playbooks_title")} text={t("card.no_playbooks_text")} />;
  if (card.id === 0) return <Empty title={t("card.title")} text={t("card.unsaved")} />;
  if (tasks.data === undefined)
    return tasks.error ? <Failure error={tasks.error} onRetry={tasks.retry} /> : <Loading />;

  const progress = readProgress(playbooks, tasks.data, Date.now() / 1000);
  return (
    <div class={styles["panel"]}>
      {tasks.error ? <Failure error={tasks.error} onRetry={tasks.retry} /> : null}
      {progress.length === 0 ? <Empty title={t("card.empty_title")} text={t("card.empty_text")} /> : null}
      {progress.map((item) => (
        <PlaybookProgress key={item.playbook.name} progress={item} onChange={tasks.retry} />
      ))}
      <ApplyPlaybook
        entityType={entityType}
        entityId={card.id}
        playbooks={playbooks}
        onApplied={tasks.retry}
      />
    </div>
  );
}
