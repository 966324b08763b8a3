import { useTranslate } from "komponent";
import type { Counts } from "../playbooks/summarize-tasks";
import { useNumberFormat } from "../shared/formats";
import styles from "./report.module.scss";

/** The three figures that one looks at first, which are the legend of the chart too. */
export function Totals({ counts }: { readonly counts: Counts }) {
  const t = useTranslate();
  const format = useNumberFormat();
  return (
    <dl class={styles["totals"]}>
      {(["done", "open", "overdue"] as const).map((part) => (
        <div key={part} class={`${styles["tile"]} ${styles[`${part}Tile`]}`}>
          <dt>{t(`report.${part}`)}</dt>
          <dd>{format(counts[part])}</dd>
        </div>
      ))}
    </dl>
  );
}
