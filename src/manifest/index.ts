export { defineManifest } from "./define-manifest";
export { env, type Env } from "./env";
export {
  blockKeys,
  findLocation,
  locations,
  type AreaKind,
  type AreaOf,
  type Brand,
  type DrawnLocation,
  type Location,
  type LocationCode,
} from "./locations";
export type {
  Locale,
  LocationsInput,
  ManifestInput,
  SettingInput,
  SettingsInput,
  SystemMenuItem,
} from "./manifest-input";
export type {
  DrawnLocationOf,
  JsonValue,
  PipelineSettingsOf,
  SalesbotHandlerOf,
  SettingsOf,
} from "./manifest-types";
export { createProblem, UserError, type Problem } from "./problem";
