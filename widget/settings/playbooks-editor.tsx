import { useTranslate } from "komponent";
import type { Fault } from "../playbooks/validate-playbooks";
import { limits } from "../playbooks/playbook";
import { Button } from "../shared/button";
import { AddIcon } from "../shared/icons";
import { Empty } from "../shared/states";
import { createPlaybookDraft, moveItem, removeItem, replaceItem, type PlaybookDraft } from "./drafts";
import { PlaybookEditor } from "./playbook-editor";
import styles from "./settings.module.scss";

interface PlaybooksEditorProps {
  readonly drafts: readonly PlaybookDraft[];
  readonly faults: ReadonlyMap<string, Fault>;
  readonly onChange: (drafts: readonly PlaybookDraft[]) => void;
}

/** All playbooks, to create, edit, reorder and remove. */
export function PlaybooksEditor({ drafts, faults, onChange }: PlaybooksEditorProps) {
  const t = useTranslate();
  return (
    <section class={styles["editor"]} aria-label={t("settings.playbooks")}>
      <p class={styles["intro"]}>{t("settings.intro")}</p>
      {faults.size > 0 ? (
        <p class={styles["refused"]} role="alert">
          {t("settings.refused")}
        </p>
      ) : null}
      {drafts.length === 0 ? <Empty title={t("card.no_playbooks_title")} text={t("settings.empty")} /> : null}
      <ol class={styles["playbooks"]}>
        {drafts.map((draft, index) => (
          <PlaybookEditor
            key={draft.key}
            draft={draft}
            place={index}
            isFirst={index === 0}
            isLast={index === drafts.length - 1}
            faults={faults}
            onChange={(changed) => onChange(replaceItem(drafts, index, changed))}
            onMove={(by) => onChange(moveItem(drafts, index, by))}
            onRemove={() => onChange(removeItem(drafts, index))}
          />
        ))}
      </ol>
      <Button
        onClick={() => onChange([...drafts, createPlaybookDraft()])}
        disabled={drafts.length >= limits.playbooks}
      >
        <AddIcon /> {t("settings.add_playbook")}
      </Button>
    </section>
  );
}
