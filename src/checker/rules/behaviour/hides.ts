import { generate } from "../../engines/css";
import type { StyleRule } from "../../style/create-stylesheet";

/** True for a rule that makes its elements invisible, or deaf to the pointer. */
export function hides({ declarations }: StyleRule): boolean {
  return declarations.some(({ property, value }) => {
    const text = generate(value);
    return (
      (property === "display" && text === "none") ||
      (property === "visibility" && text === "hidden") ||
      (property === "pointer-events" && text === "none") ||
      (property === "opacity" && Number(text) === 0)
    );
  });
}
