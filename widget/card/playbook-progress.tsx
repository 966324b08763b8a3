import { useTranslate } from "komponent";
import type { Progress } from "../playbooks/read-progress";
import { ProgressBar } from "../shared/progress-bar";
import { StepRow } from "./step-row";
import styles from "./card.module.scss";

interface PlaybookProgressProps {
  readonly progress: Progress;
  readonly onChange: () => void;
}

/** One playbook at work: how far it is, and its steps to tick. */
export function PlaybookProgress({ progress, onChange }: PlaybookProgressProps) {
  const t = useTranslate();
  const { playbook, steps, done } = progress;
  return (
    <section class={styles["playbook"]}>
      <div class={styles["head"]}>
        <h3 title={playbook.name}>{playbook.name}</h3>
        <span>{t("card.progress", { done, total: steps.length })}</span>
      </div>
      <ProgressBar
        label={t("card.progress_label", { name: playbook.name })}
        value={done}
        total={steps.length}
      />
      <ul class={styles["steps"]}>
        {steps.map((step) => (
          <StepRow key={step.taskId} step={step} onDone={onChange} />
        ))}
      </ul>
    </section>
  );
}
