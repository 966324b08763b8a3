import type { ComponentChild } from "preact";
import type { AreaOf } from "../manifest/locations";
import type { ManifestInput } from "../manifest/manifest-input";
import type { DrawnLocationOf } from "../manifest/manifest-types";
import type { AreaContext, AreaMethods } from "./area";
import type { AdvancedSettingsArea } from "./areas/advanced-settings-area";
import type { CardArea } from "./areas/card-area";
import type { CardTabArea, CardTabMethods } from "./areas/card-tab-area";
import type { CatalogArea } from "./areas/catalog-area";
import type { DigitalPipelineArea } from "./areas/digital-pipeline-area";
import type { EverywhereArea } from "./areas/everywhere-area";
import type { LeadSourceArea } from "./areas/lead-source-area";
import type { ListArea, ListMethods } from "./areas/list-area";
import type { MenuPageArea } from "./areas/menu-page-area";
import type { SalesbotArea } from "./areas/salesbot-area";
import type { SettingsArea, SettingsMethods } from "./areas/settings-area";

/** What an area class must be, by the name of its base class. */
interface AreaByKind {
  CardArea: CardArea & AreaMethods;
  ListArea: ListArea & ListMethods;
  SettingsArea: SettingsArea & SettingsMethods;
  AdvancedSettingsArea: AdvancedSettingsArea & AreaMethods;
  DigitalPipelineArea: DigitalPipelineArea & AreaMethods;
  CardTabArea: CardTabArea & CardTabMethods;
  CatalogArea: CatalogArea & AreaMethods;
  LeadSourceArea: LeadSourceArea & AreaMethods;
  SalesbotArea: SalesbotArea & AreaMethods;
  MenuPageArea: MenuPageArea & AreaMethods;
  EverywhereArea: EverywhereArea & AreaMethods;
}

/** The error that a card's class with a view causes where the manifest says "hidden". */
export interface HiddenCardsDrawNothing {
  readonly cure: 'take render() away, or write "panel" in the manifest';
}

/** A card's own block needs a view. */
interface Drawn {
  render(): ComponentChild;
}

type AreaFor<Kind extends keyof AreaByKind, Shown> = Kind extends "CardArea"
  ? Shown extends "panel"
    ? AreaByKind["CardArea"] & Drawn
    : CardArea & Omit<AreaMethods, "render"> & { render?: HiddenCardsDrawNothing }
  : AreaByKind[Kind];

/** One class for each location of a manifest that a class draws, and no other. */
export type Areas<M extends ManifestInput> = {
  readonly [L in DrawnLocationOf<M>]: new (
    context: AreaContext,
  ) => AreaFor<NonNullable<AreaOf<L>>, L extends keyof M["locations"] ? M["locations"][L] : true>;
};
