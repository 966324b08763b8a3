import type { CatalogElement } from "../../host";
import { Area, type Drawn } from "../area";
import type { Life } from "../life";
import type { AreaClass, Place } from "../open-area";
import { openModal } from "../open-modal";

/**
 * The card of an element of the list that the widget has taken with `setSdkCatalogId`, in a modal. It ends when the
 * modal is closed. (Kommo: Lists SDK)
 */
export abstract class CatalogArea extends Area<"CatalogArea"> {
  declare readonly element: CatalogElement;

  abstract render(): Drawn;

  static connect(this: AreaClass, life: Life, location: string): void {
    life.callbacks.loadCatalogElement = (element) => {
      life.open(location, this, place, { element });
      return true;
    };
  }
}

const place: Place = {
  find: () => document.body,
  enter: ({ signal, close }) => openModal(signal, close),
};
