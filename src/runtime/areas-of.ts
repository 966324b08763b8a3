import type { AreaOf, DrawnLocation } from "../manifest/locations";
import type { ManifestInput } from "../manifest/manifest-input";
import type { AreaContext, AreaMethods, Drawn, Extends, LifeMethods } from "./area";
import type { CardTabMethods } from "./areas/card-tab-area";
import type { ListMethods } from "./areas/list-area";
import type { SettingsMethods } from "./areas/settings-area";

// The names of these types stand in the compiler's messages.

/** The error of a card's class with a view where the manifest says "hidden". */
export interface HiddenCardsDrawNothing {
  readonly cure: 'take render() away, or write "panel" in the manifest';
}

/** What a card's class lacks without a view where the manifest says "panel". */
export interface PanelsNeedAView {
  render(): Drawn;
}

/** What a class may have beside the members of its base class. */
interface MethodsByKind {
  ListArea: ListMethods;
  SettingsArea: SettingsMethods;
  CardTabArea: CardTabMethods;
}

type MethodsOf<Kind> = Kind extends keyof MethodsByKind ? MethodsByKind[Kind] : AreaMethods;

type CardMethods<Shown> = Shown extends "panel"
  ? LifeMethods & PanelsNeedAView
  : LifeMethods & { render?: HiddenCardsDrawNothing };

type Methods<Kind, Shown> = Kind extends "CardArea" ? CardMethods<Shown> : MethodsOf<Kind>;

type AreaFor<Kind extends string, Shown> = Extends<Kind> & Methods<Kind, Shown>;

/** One class for each location that a class draws, and no other. */
export type Areas<Locations> = {
  readonly [L in keyof Locations & DrawnLocation]: new (
    context: AreaContext,
  ) => AreaFor<NonNullable<AreaOf<L>>, Locations[L]>;
};

/** The locations of a manifest; sub-items of the system's menus are pages as an item of one's own is. */
export type LocationsOf<M extends ManifestInput> = M extends {
  leftMenu: { stats: object } | { settings: object };
}
  ? M["locations"] & { readonly widget_page: true }
  : M["locations"];
