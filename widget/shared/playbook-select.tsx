import type { Playbook } from "../playbooks/playbook";
import { useTranslate } from "komponent";
import styles from "./fields.module.scss";

interface PlaybookSelectProps {
  readonly label: string;
  readonly playbooks: readonly Playbook[];
  readonly value: string;
  readonly onChange: (name: string) => void;
  readonly disabled?: boolean;
}

/** The choice of one playbook by its name; a name that is no longer in the settings stays visible as such. */
export function PlaybookSelect({ label, playbooks, value, onChange, disabled = false }: PlaybookSelectProps) {
  const t = useTranslate();
  const isGone = value !== "" && playbooks.every((playbook) => playbook.name !== value);
  return (
    <select
      class={styles["field"]}
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t("dp.choose")}</option>
      {isGone ? <option value={value}>{t("dp.gone", { name: value })}</option> : null}
      {playbooks.map(({ name }) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </select>
  );
}
