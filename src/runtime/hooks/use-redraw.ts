import { useReducer } from "preact/hooks";

/** Gives a function that draws the component again. */
export function useRedraw(): () => void {
  const [, redraw] = useReducer((count: number, _action: void) => count + 1, 0);
  return redraw;
}
