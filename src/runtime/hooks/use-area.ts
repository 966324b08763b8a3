import type { Context } from "preact";
import { useContext } from "preact/hooks";
import type { Area } from "../area";

/** The area whose view the component belongs to. */
export function useArea(): Area {
  const area = useContext(provided as unknown as Context<Area | undefined>);
  if (!area)
    throw new Error("A hook of komponent was used outside the view of an area; see renderArea for tests.");
  return area;
}

// What createContext of Preact 11 keeps as the context's id (`_id`, `__c` in its build); see View.
const provided = { __c: "komponent" };
