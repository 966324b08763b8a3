import type { Env } from "./env";
import type { blockKeys, locations, LocationCode, PublicLocation } from "./locations";
import type { ManifestInput } from "./manifest-input";

// The names below are what an author reads in the compiler's message, at the line that is wrong:
// "Type 'true' is not assignable to type 'NeedsBlock<"digitalPipeline">'."
declare const rule: unique symbol;

/** The manifest lists a location and lacks the block that tells the host about it: add the block. */
export interface NeedsBlock<Block extends string> {
  readonly [rule]: Block;
}
/** The manifest has a block that no listed location reads: add the location, or drop the block. */
export interface NeedsLocation<Location extends string> {
  readonly [rule]: Location;
}
/** The location works only beside another one: add one of these. */
export interface NeedsOneOf<Locations extends string> {
  readonly [rule]: Locations;
}
/** Only integrations of the marketplace may have this. */
export interface NeedsDistribution<Distribution extends string> {
  readonly [rule]: Distribution;
}
/** The manifest has no such key. */
export interface UnknownKey<Key> {
  readonly [rule]: Key;
}

/**
 * What `defineManifest` demands beyond the shape: `unknown` where all is well, else one of the names above. A manifest
 * whose shape is wrong is seen here as the bare `ManifestInput`; its own message is enough then.
 */
export type ManifestRules<M extends ManifestInput> = string extends M["name"]
  ? unknown
  : KnownKeys<M, ManifestInput> & LocationRules<M> & BlockRules<M> & SettingRules<M>;

type Row<L> = Extract<(typeof locations)[number], { code: L }>;
type Listed<M extends ManifestInput> = keyof M["locations"] & LocationCode;
type BlockKey<L> = Row<L>["block"] extends infer B extends keyof typeof blockKeys
  ? (typeof blockKeys)[B]
  : never;

interface LocationRules<M extends ManifestInput> {
  readonly locations: { readonly [L in Listed<M>]: LocationRule<M, L> };
}

type LocationRule<M extends ManifestInput, L extends LocationCode> = [L, M["distribution"]] extends [
  PublicLocation,
  "personal",
]
  ? NeedsDistribution<"marketplace">
  : [BlockKey<L>] extends [never]
    ? MissingNeighbour<Row<L>["needs"], M>
    : BlockKey<L> extends keyof M
      ? unknown
      : NeedsBlock<BlockKey<L>>;

/** The first group of which no member is listed. */
type MissingNeighbour<Groups, M extends ManifestInput> = Groups extends readonly [
  infer Group extends readonly string[],
  ...infer Rest,
]
  ? Group[number] & Listed<M> extends never
    ? NeedsOneOf<Group[number]>
    : MissingNeighbour<Rest, M>
  : unknown;

/** The blocks that one location alone reads; the left menu also serves pages of the system. */
interface BlockLocation {
  digitalPipeline: "digital_pipeline";
  salesbotDesigner: "salesbot_designer";
  sms: "sms";
  mobile: "mobile_card";
  amoforms: "amoforms";
}

type BlockRules<M extends ManifestInput> = {
  readonly [B in keyof M & keyof BlockLocation]: BlockLocation[B] extends Listed<M>
    ? unknown
    : NeedsLocation<BlockLocation[B]>;
} & LeftMenuRules<M>;

type LeftMenuRules<M extends ManifestInput> = M extends { leftMenu: object }
  ? M["distribution"] extends "personal"
    ? { readonly leftMenu: NeedsDistribution<"marketplace"> }
    : M extends { leftMenu: { items: object } }
      ? "widget_page" extends Listed<M>
        ? unknown
        : { readonly leftMenu: { readonly items: NeedsLocation<"widget_page"> } }
      : unknown
  : unknown;

type SettingRules<M extends ManifestInput> = M extends { settings: infer Fields }
  ? "settings" extends Listed<M>
    ? unknown
    : {
        readonly settings: {
          readonly [F in keyof Fields]: Fields[F] extends { type: "custom" }
            ? { readonly type: NeedsLocation<"settings"> }
            : unknown;
        };
      }
  : unknown;

/** `unknown` at each key that the shape has, `UnknownKey` at each other one, at every depth. */
type KnownKeys<T, Shape> = T extends string | number | boolean | readonly unknown[] | Env
  ? unknown
  : {
      readonly [K in keyof T]: K extends keyof Shape
        ? KnownKeys<T[K], Exclude<Shape[K], string | undefined | Env>>
        : UnknownKey<K>;
    };
