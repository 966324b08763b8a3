import type {
  JsonValue,
  PipelineSettingsOf,
  SalesbotHandlerOf,
  SettingsOf,
} from "../manifest/manifest-types";
import type { ManifestInput } from "../manifest/manifest-input";

/**
 * What the build tells the hooks about a widget: its manifest and its texts. It is filled by `.komponent/types.d.ts`;
 * one widget a TypeScript program. Empty, settings and texts are loosely typed.
 */
export interface Register {}

type Registered<Key extends string, Otherwise> = Register extends { readonly [K in Key]: infer Value }
  ? Value
  : Otherwise;

/** Text key → its placeholders. */
type Texts = Registered<"texts", Readonly<Record<string, Readonly<Record<string, string | number>>>>>;

/** A key of `i18n/<locale>.json`, such as "card.title". */
export type TextKey = keyof Texts & string;

/** What a text needs: nothing, or a value for each of its placeholders. */
export type TextValues<Key extends TextKey> = {} extends Texts[Key]
  ? readonly [values?: Texts[Key]]
  : readonly [values: Texts[Key]];

/** The manifest that the build has registered; null where none is. */
type RegisteredManifest = Registered<"manifest", null>;

/** What a type of the manifest's says of the registered one, and a loose type where none is registered. */
type OfManifest<
  Key extends "settings" | "pipeline" | "handler",
  Otherwise,
> = RegisteredManifest extends infer M
  ? M extends ManifestInput
    ? { settings: SettingsOf<M>; pipeline: PipelineSettingsOf<M>; handler: SalesbotHandlerOf<M> }[Key]
    : Otherwise
  : never;

/** The saved settings of the widget, by the codes of its manifest. */
export type Settings = OfManifest<"settings", Readonly<Record<string, JsonValue | undefined>>>;

/** A setting, by its code in the manifest. */
export type SettingName = keyof Settings & string;

/** A setting of the widget's action in the pipeline's automation, by its code in the manifest. */
export type PipelineSettingName = keyof OfManifest<"pipeline", Readonly<Record<string, string>>> & string;

/** A step of the Salesbot designer, by its code in the manifest. */
export type SalesbotHandler = OfManifest<"handler", string>;
