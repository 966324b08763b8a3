import { useSettings, useTranslate, type HostField } from "komponent";
import { useEffect, useState } from "preact/hooks";
import { readPlaybooks } from "../playbooks/read-playbooks";
import { PlaybookSelect } from "../shared/playbook-select";
import { Empty } from "../shared/states";
import styles from "./stage-form.module.scss";

/** A list of the playbooks instead of a text field; what is chosen goes into the host's own input. */
export function StageForm({ field }: { readonly field: HostField }) {
  const t = useTranslate();
  const playbooks = readPlaybooks(useSettings().playbooks);
  const [name, setName] = useState(field.value);
  useEffect(() => field.onChange(setName), [field]);

  if (playbooks.length === 0 && name === "") {
    return <Empty title={t("card.no_playbooks_title")} text={t("card.no_playbooks_text")} />;
  }
  return (
    <div class={styles["form"]}>
      <p class={styles["label"]} aria-hidden="true">
        {t("dp.label")}
      </p>
      <PlaybookSelect
        label={t("dp.label")}
        playbooks={playbooks}
        value={name}
        onChange={(chosen) => (field.value = chosen)}
      />
      <p class={styles["hint"]}>{t("dp.hint")}</p>
    </div>
  );
}
