import { useRest, useSelection, useSettings, useTranslate } from "komponent";
import { useEffect, useRef, useState } from "preact/hooks";
import { readPlaybooks } from "../playbooks/read-playbooks";
import { Button } from "../shared/button";
import { PlaybookSelect } from "../shared/playbook-select";
import { Empty, Failure } from "../shared/states";
import { applyToLeads, type BulkRun } from "./apply-to-leads";
import { BulkProgress } from "./bulk-progress";
import { BulkSummary } from "./bulk-summary";
import styles from "./list.module.scss";

type State = BulkRun & {
  readonly step: "ready" | "running" | "finished" | "cancelled" | "stopped";
  readonly error?: unknown;
};

const ready: State = { step: "ready", done: 0, failed: [] };

/** Applies one playbook to all selected leads; the run can be cancelled, and ends with what came of it. */
export function BulkApply() {
  const t = useTranslate();
  const rest = useRest();
  const selection = useSelection();
  const playbooks = readPlaybooks(useSettings().playbooks);
  const [name, setName] = useState("");
  const [state, setState] = useState(ready);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  if (playbooks.length === 0)
    return <NothingToApply title={t("card.no_playbooks_title")} text={t("card.no_playbooks_text")} />;
  if (selection.length === 0)
    return <NothingToApply title={t("list.title")} text={t("list.none_selected")} />;

  const leadIds = selection.map((item) => item.id);
  const playbook = playbooks.find((item) => item.name === name);

  const run = async () => {
    if (!playbook) return;
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setState({ ...ready, step: "running" });
    const onProgress = (progress: BulkRun) => setState((last) => ({ ...last, ...progress }));
    try {
      await applyToLeads({ rest, playbook, leadIds, signal, onProgress });
      setState((last) => ({ ...last, step: "finished" }));
    } catch (error) {
      setState((last) => ({
        ...last,
        ...(signal.aborted ? { step: "cancelled" } : { step: "stopped", error }),
      }));
    }
  };

  return (
    <div class={styles["bulk"]}>
      <h3>{t("list.title")}</h3>
      <p class={styles["selected"]}>{t("list.selected", { count: leadIds.length })}</p>
      <PlaybookSelect
        label={t("card.apply_label")}
        playbooks={playbooks}
        value={name}
        onChange={setName}
        disabled={state.step !== "ready"}
      />
      {state.step === "ready" ? (
        <Button look="primary" onClick={() => void run()} disabled={!playbook}>
          {t("list.run")}
        </Button>
      ) : null}
      {state.step === "running" ? (
        <BulkProgress run={state} total={leadIds.length} onCancel={() => running.current?.abort()} />
      ) : null}
      {state.step === "finished" || state.step === "cancelled" || state.step === "stopped" ? (
        <>
          <BulkSummary run={state} isCancelled={state.step === "cancelled"} />
          {state.error ? <Failure error={state.error} /> : null}
          <Button onClick={() => setState(ready)}>{t("list.again")}</Button>
        </>
      ) : null}
    </div>
  );
}

function NothingToApply(props: { readonly title: string; readonly text: string }) {
  return (
    <div class={styles["bulk"]}>
      <Empty {...props} />
    </div>
  );
}
