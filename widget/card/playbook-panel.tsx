import { useAsync, useCard, useRest, useSettings, useTranslate } from "komponent";
import type { Playbook } from "../playbooks/playbook";
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
  const card = useCard();
  const playbooks = readPlaybooks(useSettings().playbooks);
  return (
    <div class={styles["panel"]}>
      <PanelContent entityType={entityType} cardId={card.id} playbooks={playbooks} />
    </div>
  );
}

interface PanelContentProps extends PlaybookPanelProps {
  readonly cardId: number;
  readonly playbooks: readonly Playbook[];
}

function PanelContent({ entityType, cardId, playbooks }: PanelContentProps) {
  const t = useTranslate();
  const rest = useRest();
  const tasks = useAsync((signal) => listCardTasks(rest, entityType, cardId, signal), [entityType, cardId]);

  if (playbooks.length === 0)
    return <Empty title={t("card.no_playbooks_title")} text={t("card.no_playbooks_text")} />;
  if (cardId === 0) return <Empty title={t("card.title")} text={t("card.unsaved")} />;
  if (tasks.data === undefined)
    return tasks.error ? <Failure error={tasks.error} onRetry={tasks.retry} /> : <Loading />;

  const progress = readProgress(playbooks, tasks.data, Date.now() / 1000);
  return (
    <>
      {tasks.error ? <Failure error={tasks.error} onRetry={tasks.retry} /> : null}
      {progress.length === 0 ? <Empty title={t("card.empty_title")} text={t("card.empty_text")} /> : null}
      {progress.map((item) => (
        <PlaybookProgress key={item.playbook.name} progress={item} onChange={tasks.retry} />
      ))}
      <ApplyPlaybook
        entityType={entityType}
        entityId={cardId}
        playbooks={playbooks}
        onApplied={tasks.retry}
      />
    </>
  );
}
