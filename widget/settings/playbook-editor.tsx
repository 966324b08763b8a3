import { useTranslate } from "komponent";
import { useId, useState } from "preact/hooks";
import { limits } from "../playbooks/playbook";
import type { Fault } from "../playbooks/validate-playbooks";
import { Button } from "../shared/button";
import { AddIcon, DownIcon, RemoveIcon, UpIcon } from "../shared/icons";
import { createStepDraft, moveItem, removeItem, replaceItem, type PlaybookDraft } from "./drafts";
import { FaultText } from "./fault-text";
import { StepEditor } from "./step-editor";
import fields from "../shared/fields.module.scss";
import styles from "./settings.module.scss";

interface PlaybookEditorProps {
  readonly draft: PlaybookDraft;
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly faults: ReadonlyMap<string, Fault>;
  readonly onChange: (draft: PlaybookDraft) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One playbook: its name, and its steps behind a button while there is nothing wrong with them. */
export function PlaybookEditor(props: PlaybookEditorProps) {
  const { draft, place, faults, onChange, onMove, onRemove } = props;
  const t = useTranslate();
  const id = useId();
  const [isOpened, setOpened] = useState(draft.savedName === null);
  const hasFault = [...faults.keys()].some((key) => key === String(place) || key.startsWith(`${place}.`));
  const isOpen = isOpened || hasFault;
  const name = draft.name.trim() || t("settings.unnamed");
  const fault = faults.get(String(place));
  const isRenamed = draft.savedName !== null && draft.savedName !== draft.name.trim();
  return (
    <li class={styles["playbook"]}>
      <div class={styles["head"]}>
        <input
          class={fields["field"]}
          type="text"
          value={draft.name}
          placeholder={t("settings.name_hint")}
          aria-label={t("settings.name")}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-fault`}
          onInput={(event) => onChange({ ...draft, name: event.currentTarget.value })}
        />
        <button
          type="button"
          class={styles["toggle"]}
          aria-expanded={isOpen}
          aria-label={t("settings.expand", { name })}
          onClick={() => setOpened(!isOpen)}
        >
          {t("settings.steps", { count: draft.steps.length })}
        </button>
        <Button
          look="icon"
          label={t("settings.move_up", { name })}
          disabled={props.isFirst}
          onClick={() => onMove(-1)}
        >
          <UpIcon />
        </Button>
        <Button
          look="icon"
          label={t("settings.move_down", { name })}
          disabled={props.isLast}
          onClick={() => onMove(1)}
        >
          <DownIcon />
        </Button>
        <Button look="icon" label={t("settings.remove_playbook", { name })} onClick={onRemove}>
          <RemoveIcon />
        </Button>
      </div>
      <FaultText id={`${id}-fault`} fault={fault} />
      {isRenamed ? <p class={styles["note"]}>{t("settings.renamed", { name: draft.savedName })}</p> : null}
      {isOpen ? (
        <>
          <ol class={styles["steps"]}>
            {draft.steps.map((step, index) => (
              <StepEditor
                key={step.key}
                draft={step}
                number={index + 1}
                isFirst={index === 0}
                isLast={index === draft.steps.length - 1}
                fault={faults.get(`${place}.${index}`)}
                onChange={(changed) =>
                  onChange({ ...draft, steps: replaceItem(draft.steps, index, changed) })
                }
                onMove={(by) => onChange({ ...draft, steps: moveItem(draft.steps, index, by) })}
                onRemove={() => onChange({ ...draft, steps: removeItem(draft.steps, index) })}
              />
            ))}
          </ol>
          <Button
            onClick={() => onChange({ ...draft, steps: [...draft.steps, createStepDraft()] })}
            disabled={draft.steps.length >= limits.steps}
          >
            <AddIcon /> {t("settings.add_step")}
          </Button>
        </>
      ) : null}
    </li>
  );
}
