import { useTranslate } from "komponent";
import { Button } from "../shared/button";
import { ProgressBar } from "../shared/progress-bar";
import type { BulkRun } from "./apply-to-leads";
import styles from "./list.module.scss";

interface BulkProgressProps {
  readonly run: BulkRun;
  readonly total: number;
  readonly onCancel: () => void;
}

/** How many leads are handled, and the way to stop. */
export function BulkProgress({ run, total, onCancel }: BulkProgressProps) {
  const t = useTranslate();
  const handled = run.done + run.failed.length;
  return (
    <div class={styles["progress"]}>
      <ProgressBar label={t("list.progress_label")} value={handled} total={total} />
      <span role="status">{t("list.progress", { done: handled, total })}</span>
      <Button onClick={onCancel}>{t("list.cancel")}</Button>
    </div>
  );
}
