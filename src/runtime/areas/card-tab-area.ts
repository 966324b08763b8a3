import type { CardSdkItem, CardSdkLink, EntityTypeId } from "../../host";
import { Area, type AreaMethods } from "../area";
import type { Life } from "../life";
import type { AreaClass, Place } from "../open-area";

/** The card that the tab belongs to. */
export interface TabEntity {
  /** 1 contact, 2 lead, 3 company, 12 customer. */
  readonly elementType: EntityTypeId;
  readonly id: number;
}

/** What the host asks of a tab that lists items. Without a view it draws the list itself. */
export interface CardTabMethods extends AreaMethods {
  /** What the search offers before anything is typed. */
  preload?(): Promise<readonly CardSdkItem[]>;
  /** The items that are linked to the card. */
  load?(entity: TabEntity): Promise<readonly (CardSdkItem & { readonly quantity: number })[]>;
  search?(query: string, entity: TabEntity): Promise<readonly CardSdkItem[]>;
  /** Items were linked, unlinked or changed in number, and the card was saved. */
  link?(links: {
    readonly link?: readonly CardSdkLink[];
    readonly unlink?: readonly CardSdkLink[];
  }): Promise<unknown>;
}

/** A tab of a card: a list of items that the host draws, or a view of the widget's own. (Kommo: Card SDK) */
export abstract class CardTabArea extends Area<"CardTabArea"> {
  static connect(this: AreaClass, life: Life, location: string): void {
    const { callbacks, areas } = life;
    const begin = () => life.open(location, this, this.prototype.render && place);
    const find = () => {
      if (!areas.has(location)) begin();
      return areas.get(location)?.area as CardTabMethods | undefined;
    };
    const answer = async (ask: (area: CardTabMethods) => Promise<unknown> | undefined, none: object) => {
      try {
        const area = find();
        return (area && (await ask(area))) ?? none;
      } catch (error) {
        life.report(error, location);
        return none;
      }
    };

    Object.assign(callbacks, {
      loadPreloadedData() {
        begin();
        return answer((area) => area.preload?.(), {});
      },
      loadElements: ({ id: elementType }: { id: EntityTypeId }, id: number) =>
        answer((area) => area.load?.({ elementType, id }), []),
      searchDataInCard: (query: string, elementType: EntityTypeId, id: number) =>
        answer((area) => area.search?.(query, { elementType, id }), []),
      linkCard: (links: object) => answer((area) => area.link?.(links), {}),
    });
  }
}

const place: Place = { find: ({ widget }) => document.getElementById(widget.params.widget_code) };
