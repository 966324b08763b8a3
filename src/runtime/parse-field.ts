/**
 * The value of a field that holds JSON. The host hands it over as text or already parsed, and says nowhere which;
 * what is no JSON is a value already. Nothing was saved: undefined. (Kommo: Field types)
 */
export function parseField(saved: unknown): unknown {
  if (saved === "" || saved === null) return undefined;
  if (typeof saved !== "string") return saved;
  try {
    return JSON.parse(saved);
  } catch {
    return saved;
  }
}
