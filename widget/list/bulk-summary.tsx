import { useTranslate } from "komponent";
import { readLeadName } from "../shared/account";
import { describeError } from "../shared/describe-error";
import type { BulkRun } from "./apply-to-leads";
import styles from "./list.module.scss";

/** What came of a run: how many leads got their tasks, and each that did not, by name, with the reason. */
export function BulkSummary({ run, isCancelled }: { readonly run: BulkRun; readonly isCancelled: boolean }) {
  const t = useTranslate();
  return (
    <div role="status">
      <p class={styles["finished"]}>{t("list.finished", { count: run.done })}</p>
      {isCancelled ? <p>{t("list.cancelled")}</p> : null}
      {run.failed.length > 0 ? (
        <>
          <p class={styles["failed"]}>{t("list.failed", { count: run.failed.length })}</p>
          <ul class={styles["failures"]}>
            {run.failed.map(({ id, error }) => (
              <li key={id}>
                <a href={`/leads/detail/${id}`} target="_blank" rel="noreferrer">
                  {readLeadName(id)}
                </a>
                <span>{error === undefined ? t("list.not_found") : t(describeError(error).text)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
