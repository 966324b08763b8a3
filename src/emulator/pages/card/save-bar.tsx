import { useEffect, useReducer, useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { Button } from "../components/controls";
import { useCrm, useModel, useStore } from "../crm";
import { listChanges, writeCardForm, type CardRow } from "../forms/card-form";
import { saveCard } from "./save-card";
import type { CardForm } from "./use-card-form";

/** Appears as soon as something of the card, or of a linked form, is not stored yet. */
export function SaveBar({ entity, row, form }: { entity: EntityType; row: CardRow | null; form: CardForm }) {
  const crm = useCrm();
  const { t } = crm;
  const [isSaving, setSaving] = useState(false);
  const linkedChanges = useLinkedChanges();
  const isNew = row === null;
  // It stands there before there is anything to save, as widgets listen to its button from the start.
  const isIdle = !isNew && form.changed.length === 0 && linkedChanges === 0;
  const save = async () => {
    if (isSaving) return;
    setSaving(true);
    await crm.attempt(() => saveCard(crm, entity, row?.id ?? 0));
    setSaving(false);
  };
  return (
    <div
      class={`card-top-save js-card-top-save${isIdle ? " hidden" : ""}`}
      role="region"
      aria-label={t("card.unsaved")}
    >
      <Button
        blue
        id="save_and_close_contacts_link"
        className="card-top-save-button js-card-save js-button-with-loader"
        disabled={isIdle}
        onClick={() => void save()}
      >
        {isSaving ? <span class="button-input__spinner" /> : t("common.save")}
      </Button>
      <Button
        className="button-cancel js-card-cancel"
        onClick={() => void (isNew ? crm.navigate(`/${entity}/list/`) : crm.reload())}
      >
        {t("common.cancel")}
      </Button>
      <span class="card-top-save__hint">{t(isNew ? "card.not_saved_yet" : "card.unsaved")}</span>
    </div>
  );
}

function useLinkedChanges(): number {
  const { host, opened, format } = useCrm();
  useStore(opened);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const linked = host.card?.linked;
  useEffect(() => {
    if (linked === undefined) return;
    const follow = () => redraw(undefined);
    linked.on("change", follow);
    return () => void linked.off("change", follow);
  }, [linked]);
  return useModel((model) =>
    (linked?.models ?? []).reduce((sum, form) => {
      const kind = String(form.get("ENTITY")) as EntityType;
      const row = model.tables[kind]?.get(Number(form.id));
      return row === undefined
        ? sum
        : sum +
            listChanges(writeCardForm(model, kind, row, format), form.attributes as object as never).length;
    }, 0),
  );
}
