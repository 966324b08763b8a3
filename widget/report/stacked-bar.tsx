import { useTranslate } from "komponent";
import { sum, type Counts } from "../playbooks/summarize-tasks";
import styles from "./report.module.scss";

interface StackedBarProps {
  readonly name: string;
  readonly counts: Counts;
  /** The count that fills the whole width, so that bars can be compared. */
  readonly most: number;
}

const parts = ["done", "open", "overdue"] as const;

/** One bar of the chart: done, open and overdue beside each other, as long as there are tasks. */
export function StackedBar({ name, counts, most }: StackedBarProps) {
  const t = useTranslate();
  const starts = { done: 0, open: counts.done, overdue: counts.done + counts.open };
  return (
    <svg
      class={styles["bar"]}
      viewBox={`0 0 ${Math.max(most, 1)} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("report.chart_label", { name, ...counts })}
    >
      <rect class={styles["ground"]} x={0} y={0} width={Math.max(most, sum(counts), 1)} height={1} />
      {parts.map((part) => (
        <rect key={part} class={styles[part]} x={starts[part]} y={0} width={counts[part]} height={1} />
      ))}
    </svg>
  );
}
