import { useEffect, useState } from "preact/hooks";
import type { CurrentCard } from "../../host";
import { useRedraw } from "./use-redraw";

/** The open card, as it stands in its form: with what is typed and not saved. */
export interface LiveCard {
  /** 0 while the card is new and not saved. */
  readonly id: number;
  readonly isNew: boolean;
  /** What a control of the form holds, by its name: `lead[NAME]`, `lead[STATUS]`, `CFV[1203]`. */
  get(name: string): unknown;
}

/** The open card; the component is drawn again when its form changes. Only in areas of cards. */
export function useCard(): LiveCard {
  const redraw = useRedraw();
  const [card] = useState(() => APP.data.current_card);
  if (!card) throw new Error("useCard was used on a page that is no card.");
  useEffect(() => follow(card, redraw), [card]);
  return { id: card.id, isNew: card.id === 0, get: (name) => card.model.get(name) };
}

function follow({ model }: CurrentCard, listener: () => void): () => void {
  model.on("change", listener);
  return () => model.off("change", listener);
}
