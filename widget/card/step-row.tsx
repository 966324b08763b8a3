import { useRest, useTranslate } from "komponent";
import { useState } from "preact/hooks";
import type { StepState } from "../playbooks/read-progress";
import { useUserName } from "../shared/account";
import { useDueDate } from "../shared/formats";
import { Failure } from "../shared/states";
import { completeTask } from "../shared/tasks";
import styles from "./card.module.scss";

/** One step: a tick completes the CRM's task; a task cannot be reopened here, as in the CRM itself. */
export function StepRow({ step, onDone }: { readonly step: StepState; readonly onDone: () => void }) {
  const t = useTranslate();
  const rest = useRest();
  const userName = useUserName();
  const formatDue = useDueDate();
  const [state, setState] = useState<{ readonly isBusy?: true; readonly error?: unknown }>({});

  const complete = async () => {
    setState({ isBusy: true });
    try {
      await completeTask(rest, step.taskId);
      // The tick stays until the tasks have been read again; unticked in between, it would flicker.
      onDone();
    } catch (error) {
      setState({ error });
    }
  };

  return (
    <li class={`${styles["step"]} ${styles[step.state]}`}>
      <label>
        <input
          type="checkbox"
          checked={step.state === "done" || state.isBusy === true}
          disabled={step.state === "done" || state.isBusy === true}
          aria-label={t("card.complete", { text: step.text })}
          onChange={complete}
        />
        <span class={styles["text"]}>{step.text}</span>
      </label>
      <span class={styles["due"]}>
        {formatDue(step)} · {userName(step.userId)}
      </span>
      {state.error ? <Failure error={state.error} /> : null}
    </li>
  );
}
