/** What sheets name for the whole page: two widgets that both say "fade" would get one animation. */
export type NameKind = "keyframes" | "container" | "counter-style" | "font" | "layer" | "property";

/** A name in a sheet, at the offset where a prefix would go. */
export interface NameUse {
  readonly kind: NameKind;
  /** Without quotes and escapes; fonts in lower case, as browsers compare them; properties without `--`. */
  readonly name: string;
  readonly offset: number;
  /** Whether it stands where the name is given, rather than where it is used. */
  readonly defines: boolean;
  /** The custom property whose value it stands in: it is a name only if the property flows to where names are. */
  readonly within: string | null;
}

/** A `var()`: what the custom property holds is used as names of this kind, or becomes part of another property. */
export interface NameFlow {
  readonly property: string;
  readonly to: NameKind | `--${string}`;
}

export interface SheetNames {
  readonly uses: readonly NameUse[];
  readonly flows: readonly NameFlow[];
}
