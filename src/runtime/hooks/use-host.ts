import type { KommoWidget } from "../../host";
import { useArea } from "./use-area";

/** The CRM's own object of this widget. (Kommo: script.js) */
export function useHost(): KommoWidget {
  return useArea().widget;
}
