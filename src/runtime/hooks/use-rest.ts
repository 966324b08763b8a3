import { useMemo } from "preact/hooks";
import { getRest, type Rest } from "../rest/get-rest";
import { useArea } from "./use-area";

/** The REST client of the area that the view belongs to; see `getRest`. */
export function useRest(): Rest {
  const area = useArea();
  return useMemo(() => getRest(area), [area]);
}
