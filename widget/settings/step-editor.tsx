import { useTranslate } from "komponent";
import { useId } from "preact/hooks";
import { limits, type Step } from "../playbooks/playbook";
import type { Fault } from "../playbooks/validate-playbooks";
import { useTaskTypes, useUsers } from "../shared/account";
import { Button } from "../shared/button";
import { DownIcon, RemoveIcon, UpIcon } from "../shared/icons";
import type { StepDraft } from "./drafts";
import { FaultText } from "./fault-text";
import fields from "../shared/fields.module.scss";
import styles from "./settings.module.scss";

interface StepEditorProps {
  readonly draft: StepDraft;
  readonly number: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly fault: Fault | undefined;
  readonly onChange: (draft: StepDraft) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One step: what is to be done, its type, when, and by whom. */
export function StepEditor({
  draft,
  number,
  isFirst,
  isLast,
  fault,
  onChange,
  onMove,
  onRemove,
}: StepEditorProps) {
  const t = useTranslate();
  const id = useId();
  const taskTypes = useTaskTypes();
  const users = useUsers();
  const name = t("settings.step", { number });
  return (
    <li class={styles["step"]}>
      <div class={styles["stepHead"]}>
        <span class={styles["stepName"]}>{name}</span>
        <Button
          look="icon"
          label={t("settings.move_up", { name })}
          disabled={isFirst}
          onClick={() => onMove(-1)}
        >
          <UpIcon />
        </Button>
        <Button
          look="icon"
          label={t("settings.move_down", { name })}
          disabled={isLast}
          onClick={() => onMove(1)}
        >
          <DownIcon />
        </Button>
        <Button look="icon" label={t("settings.remove_step", { number })} onClick={onRemove}>
          <RemoveIcon />
        </Button>
      </div>
      <label class={styles["wide"]}>
        <span>{t("settings.text")}</span>
        <input
          class={fields["field"]}
          type="text"
          value={draft.text}
          placeholder={t("settings.text_hint")}
          aria-invalid={fault === "text_missing" || fault === "text_long"}
          aria-describedby={`${id}-fault`}
          onInput={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      </label>
      <label>
        <span>{t("settings.type")}</span>
        <select
          class={fields["field"]}
          value={draft.taskType}
          onChange={(event) => onChange({ ...draft, taskType: Number(event.currentTarget.value) })}
        >
          {taskTypes.map((type) => (
            <option key={type.id} value={type.id}>
              {type.name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("settings.days")}</span>
        <input
          class={fields["field"]}
          type="number"
          min={0}
          max={limits.days}
          step={1}
          value={Number.isNaN(draft.days) ? "" : draft.days}
          aria-invalid={fault === "days_range"}
          aria-describedby={`${id}-fault`}
          onInput={(event) => onChange({ ...draft, days: event.currentTarget.valueAsNumber })}
        />
      </label>
      <label>
        <span>{t("settings.assignee")}</span>
        <select
          class={fields["field"]}
          value={draft.assignee}
          onChange={(event) => onChange({ ...draft, assignee: readAssignee(event.currentTarget.value) })}
        >
          <option value="responsible">{t("settings.responsible")}</option>
          <option value="current">{t("settings.current")}</option>
          {users.map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
        </select>
      </label>
      <FaultText id={`${id}-fault`} fault={fault} />
    </li>
  );
}

function readAssignee(value: string): Step["assignee"] {
  return value === "responsible" || value === "current" ? value : Number(value);
}
