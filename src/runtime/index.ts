export { Area, type AreaContext, type AreaMethods, type Drawn } from "./area";
export type { Areas, LocationsOf } from "./areas-of";
export { AdvancedSettingsArea } from "./areas/advanced-settings-area";
export { CardArea } from "./areas/card-area";
export { CardTabArea, type CardTabMethods, type TabEntity } from "./areas/card-tab-area";
export { CatalogArea } from "./areas/catalog-area";
export { DigitalPipelineArea } from "./areas/digital-pipeline-area";
export { EverywhereArea } from "./areas/everywhere-area";
export { LeadSourceArea } from "./areas/lead-source-area";
export { ListArea, type ListMethods } from "./areas/list-area";
export { MenuPageArea } from "./areas/menu-page-area";
export { SalesbotArea, type SalesbotParams } from "./areas/salesbot-area";
export {
  SettingsArea,
  type Refusal,
  type SettingsFields,
  type SettingsMethods,
  type SettingsSource,
} from "./areas/settings-area";
export type { Compiled } from "./compiled";
export { createWidget, type WidgetConstructor } from "./create-widget";
export { useAsync, type Async } from "./hooks/use-async";
export { useCard, type LiveCard } from "./hooks/use-card";
export { useHost } from "./hooks/use-host";
export { useRest } from "./hooks/use-rest";
export { useSelection } from "./hooks/use-selection";
export { useSettings } from "./hooks/use-settings";
export { useTranslate } from "./hooks/use-translate";
export type {
  CardSdkItem,
  CardSdkLink,
  CatalogElement,
  CurrentCard,
  KommoApp,
  KommoWidget,
  MenuPage,
  SalesbotExit,
  SalesbotSteps,
  SelectedItem,
} from "../host";
export type { HostField } from "./host-field";
export { listen } from "./listen";
export { Modal } from "./modal";
export { readSettings } from "./read-settings";
export type {
  Register,
  SalesbotHandler,
  PipelineSettingName,
  SettingName,
  Settings,
  TextKey,
  TextValues,
} from "./register";
export type * from "./rest/entities";
export type { Query } from "./rest/encode-query";
export { getRest, type Collection, type Reader, type Rest } from "./rest/get-rest";
export { collect } from "./rest/list-pages";
export { RestError, type RestErrorKind, type RestFault } from "./rest/rest-error";
export type { BatchOptions, Outcome, SavedItem } from "./rest/save-batches";
export { createTranslate, type Translate } from "./translate";
