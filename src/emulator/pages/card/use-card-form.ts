import { useEffect, useReducer } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { useCrm, useModel, useStore } from "../crm";
import { listChanges, writeCardForm, type CardRow, type FormFields } from "../forms/card-form";

/** The live values of one form of the open card, and which of them are not saved yet. */
export interface CardForm {
  readonly saved: FormFields;
  readonly changed: readonly string[];
  value(name: string): string;
}

/**
 * Follows a form of the open card: what the account holds, and what was typed. `linkedId` names the form of a linked
 * contact or company; null is the card's own.
 */
export function useCardForm(entity: EntityType, row: CardRow | null, linkedId: number | null): CardForm {
  const { host, format, opened } = useCrm();
  useStore(opened);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const saved = useModel((model) => writeCardForm(model, entity, row, format));
  const form = linkedId === null ? host.card?.model : host.card?.linked.get(linkedId);

  useEffect(() => {
    if (form === undefined) return;
    const follow = () => redraw(undefined);
    form.on("change", follow);
    return () => void form.off("change", follow);
  }, [form]);

  const values: Readonly<Record<string, unknown>> = form?.attributes ?? {};
  return {
    saved,
    changed: listChanges(saved, values),
    value: (name) => String(values[name] ?? saved[name] ?? ""),
  };
}
