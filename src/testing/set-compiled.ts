import type { ManifestInput } from "../manifest";
import type { Compiled } from "../runtime";

/** Sets what the compiler would have written into the widget's bundle. Styles are no matter of these tests. */
export function setCompiled({ name, settings = {} }: ManifestInput): void {
  const fields = Object.entries(settings);
  Object.assign(globalThis, {
    KOMPONENT_ROOT: name,
    KOMPONENT_STYLES: false,
    KOMPONENT_JSON_FIELDS: fields
      .filter(([, { type }]) => type !== "text" && type !== "pass")
      .map(([field]) => field),
    KOMPONENT_CUSTOM_FIELD: fields.find(([, { type }]) => type === "custom")?.[0] ?? "",
  } satisfies Compiled);
}
