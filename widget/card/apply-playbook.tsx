import { useRest, useTranslate } from "komponent";
import { useState } from "preact/hooks";
import { planTasks } from "../playbooks/plan-tasks";
import type { Playbook } from "../playbooks/playbook";
import { readPlanContext } from "../shared/account";
import { Button } from "../shared/button";
import { PlaybookSelect } from "../shared/playbook-select";
import { Failure } from "../shared/states";
import { createTasks, readResponsible } from "../shared/tasks";
import styles from "./card.module.scss";

interface ApplyPlaybookProps {
  readonly entityType: "leads" | "contacts";
  readonly entityId: number;
  readonly playbooks: readonly Playbook[];
  readonly onApplied: () => void;
}

type State =
  | { readonly step: "ready" | "busy" }
  | { readonly step: "failed"; readonly error: unknown }
  | { readonly step: "applied"; readonly count: number };

/** Applies one more playbook to the card: all its tasks are created in one request. */
export function ApplyPlaybook({ entityType, entityId, playbooks, onApplied }: ApplyPlaybookProps) {
  const t = useTranslate();
  const rest = useRest();
  const [name, setName] = useState("");
  const [state, setState] = useState<State>({ step: "ready" });
  const playbook = playbooks.find((item) => item.name === name);

  const apply = async () => {
    if (!playbook) return;
    setState({ step: "busy" });
    try {
      const responsibleUserId = await readResponsible(rest, entityType, entityId);
      const target = { entityType, entityId, responsibleUserId };
      const tasks = planTasks(playbook, target, readPlanContext());
      await createTasks(rest, tasks);
      setState({ step: "applied", count: tasks.length });
      setName("");
      onApplied();
    } catch (error) {
      setState({ step: "failed", error });
    }
  };

  return (
    <div class={styles["apply"]}>
      <PlaybookSelect
        label={t("card.apply_label")}
        playbooks={playbooks}
        value={name}
        onChange={setName}
        disabled={state.step === "busy"}
      />
      <Button look="primary" onClick={() => void apply()} disabled={!playbook} busy={state.step === "busy"}>
        {t("card.apply")}
      </Button>
      <p class={styles["said"]} role="status">
        {state.step === "busy" ? t("card.applying") : null}
        {state.step === "applied" ? t("card.applied", { count: state.count }) : null}
      </p>
      {state.step === "failed" ? <Failure error={state.error} /> : null}
    </div>
  );
}
