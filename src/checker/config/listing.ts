import type { JsonDocument } from "../json/json-document";
import type { WidgetFiles } from "../widget/widget-files";

/** The submission form, mirrored in `listing.json`; it stays out of the archive. */
export interface Listing {
  readonly document: JsonDocument;
  /** The pictures that it names, by the paths it uses. */
  readonly files: WidgetFiles;
}
