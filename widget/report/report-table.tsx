import { useTranslate } from "komponent";
import { sum, type Row } from "../playbooks/summarize-tasks";
import { useNumberFormat } from "../shared/formats";
import { StackedBar } from "./stacked-bar";
import styles from "./report.module.scss";

interface ReportTableProps {
  readonly title: string;
  /** The heading of the first column: what the rows are. */
  readonly heading: string;
  readonly rows: readonly (Row & { readonly name: string })[];
}

/** A chart and its figures in one: a bar and three counts a row. */
export function ReportTable({ title, heading, rows }: ReportTableProps) {
  const t = useTranslate();
  const format = useNumberFormat();
  const most = Math.max(...rows.map(sum));
  return (
    <section class={styles["section"]}>
      <h3>{title}</h3>
      <table class={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <td />
            <th scope="col">{t("report.done")}</th>
            <th scope="col">{t("report.open")}</th>
            <th scope="col">{t("report.overdue")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row" title={row.name}>
                {row.name}
              </th>
              <td>
                <StackedBar name={row.name} counts={row} most={most} />
              </td>
              <td>{format(row.done)}</td>
              <td>{format(row.open)}</td>
              <td class={row.overdue > 0 ? styles["late"] : undefined}>{format(row.overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
