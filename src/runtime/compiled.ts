/**
 * What the compiler knows of a widget, and writes into its bundle in place of the names of these globals. In tests
 * they are globals indeed.
 */
export interface Compiled {
  /** The name in the manifest: the root class of everything that is mounted. */
  readonly KOMPONENT_ROOT: string;
  /** Whether the archive holds a style.css. Without one, what links it falls out of the bundle. */
  readonly KOMPONENT_STYLES: boolean;
  /** The settings that the host may hand over as JSON text: fields of type `custom`, `users` and `users_lp`. */
  readonly KOMPONENT_JSON_FIELDS: readonly string[];
  /** The code of the field of type `custom`, of which there is one at most; "" where there is none. */
  readonly KOMPONENT_CUSTOM_FIELD: string;
}

declare global {
  const KOMPONENT_ROOT: Compiled["KOMPONENT_ROOT"];
  const KOMPONENT_STYLES: Compiled["KOMPONENT_STYLES"];
  const KOMPONENT_JSON_FIELDS: Compiled["KOMPONENT_JSON_FIELDS"];
  const KOMPONENT_CUSTOM_FIELD: Compiled["KOMPONENT_CUSTOM_FIELD"];
}
