import { useTranslate } from "komponent";
import { Button } from "./button";
import { describeError } from "./describe-error";
import styles from "./states.module.scss";

/** Says that something is on its way, to eyes and screen readers alike. */
export function Loading() {
  const t = useTranslate();
  return (
    <p class={styles["loading"]} role="status">
      <span class={styles["spinner"]} aria-hidden="true" />
      {t("state.loading")}
    </p>
  );
}

/** What a place shows that has nothing to show yet. */
export function Empty({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div class={styles["empty"]}>
      <p class={styles["title"]}>{title}</p>
      <p>{text}</p>
    </div>
  );
}

/** What went wrong, in words that help, and the way on; no retry where trying again cannot help. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useTranslate();
  const { title, text, canRetry } = describeError(error);
  return (
    <div class={styles["failure"]} role="alert">
      {title ? <p class={styles["title"]}>{t(title)}</p> : null}
      <p>{t(text)}</p>
      {onRetry && canRetry ? <Button onClick={onRetry}>{t("state.retry")}</Button> : null}
    </div>
  );
}
