import type { Brand } from "./locations";
import { manifestCodes } from "./manifest-codes";
import { createManifestProblem, formatPath, type ManifestProblem, type Path } from "./manifest-problem";

export function nameBrand(brand: Brand): string {
  return brand === "kommo" ? "Kommo" : "amoCRM";
}

/** A key that only amoCRM reads, in the manifest of a widget for Kommo. */
export function amocrmOnly(path: Path): ManifestProblem {
  return createManifestProblem(path, {
    code: manifestCodes.otherBrand,
    severity: "warning",
    message: `"${formatPath(path)}" means something on amoCRM only.`,
    fix: 'Drop it, or add brand: "amocrm".',
  });
}
