export { defineManifest } from "./define-manifest";
export { defineTour, type Tour, type TourScript, type TourSlide } from "./define-tour";
export { env, type Env } from "./env";
export { generateManifest } from "./generate-manifest";
export { hostClassFamilies, isHostClass } from "./host-classes";
export { listImages, type ManifestImage } from "./list-images";
export { listTextKeys, type ManifestText } from "./list-text-keys";
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
export { manifestCodes } from "./manifest-codes";
export { formatPath, type ManifestProblem, type Path } from "./manifest-problem";
export type {
  DrawnLocationOf,
  JsonValue,
  PipelineSettingsOf,
  SalesbotHandlerOf,
  SettingsOf,
} from "./manifest-types";
export { createProblem, UserError, type Problem } from "./problem";
export { textKeys } from "./text-keys";
export { validateManifest, type ManifestOptions } from "./validate-manifest";
