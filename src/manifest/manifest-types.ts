import type { DrawnLocation } from "./locations";
import type { ManifestInput, SettingInput } from "./manifest-input";

/** Any value that JSON can hold; what a field of type `custom` stores. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** What the host stores for a field, by its type. Kommo: Field types. */
interface SettingValue {
  text: string;
  pass: string;
  /** By the user's id. */
  users: Readonly<Record<string, string>>;
  /** By the user's id. */
  users_lp: Readonly<Record<string, { readonly login: string; readonly password: string }>>;
  custom: JsonValue;
}

type ValuesOf<Fields> = {
  readonly [F in keyof Fields as Fields[F] extends { required: true } ? F : never]: ValueOf<Fields[F]>;
} & {
  readonly [F in keyof Fields as Fields[F] extends { required: true } ? never : F]?: ValueOf<Fields[F]>;
};

type ValueOf<Field> = Field extends SettingInput ? SettingValue[Field["type"]] : never;

/** The saved settings of a widget: required fields are always there, the others may be missing. */
export type SettingsOf<M extends ManifestInput> = M extends { settings: infer Fields }
  ? ValuesOf<Fields>
  : {};

/** The settings of one automation of the pipeline. */
export type PipelineSettingsOf<M extends ManifestInput> = M extends {
  digitalPipeline: { settings: infer Fields };
}
  ? ValuesOf<Fields>
  : {};

/** The codes of the steps that the widget adds to the Salesbot designer. */
export type SalesbotHandlerOf<M extends ManifestInput> = M extends {
  salesbotDesigner: { handlers: infer Handlers };
}
  ? keyof Handlers & string
  : never;

/** The locations for which the widget must bring a class; sub-items of the system's menus count as `widget_page`. */
export type DrawnLocationOf<M extends ManifestInput> =
  | (keyof M["locations"] & DrawnLocation)
  | (M extends { leftMenu: { stats: object } | { settings: object } } ? "widget_page" : never);
