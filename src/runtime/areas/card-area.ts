import { Area } from "../area";
import type { CurrentCard } from "../../host";
import type { Life } from "../life";
import type { AreaClass } from "../open-area";
import { panel } from "../panel";

/**
 * The widget on a card. With a `render` it has a block in the panel at the right ("panel" in the manifest), without
 * one it draws nothing ("hidden"). It lives as long as the card is open. (Kommo: Card SDK)
 *
 * @example
 * class LeadCard extends CardArea {
 *   render() {
 *     return <p>Lead {this.card.id}</p>;
 *   }
 * }
 */
export abstract class CardArea extends Area<"CardArea"> {
  /** The open card, with its live form. Its id is 0 while it is new and not saved. */
  declare readonly card: CurrentCard;

  static connect(this: AreaClass, { renders, areas, open }: Life, location: string): void {
    renders.push((area) => {
      areas.get(location)?.close();
      if (area !== location) return;
      open(location, this, this.prototype.render && panel, { card: APP.data.current_card });
    });
  }
}
