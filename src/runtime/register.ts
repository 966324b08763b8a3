import type { JsonValue, SettingsOf } from "../manifest/manifest-types";
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

/** The saved settings of the widget, by the codes of its manifest. */
export type Settings =
  Registered<"manifest", null> extends infer Manifest
    ? Manifest extends ManifestInput
      ? SettingsOf<Manifest>
      : Readonly<Record<string, JsonValue | undefined>>
    : never;
