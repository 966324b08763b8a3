import type { AnyNode } from "acorn";

/** The JavaScript parser of the whole house. */
export { parse } from "acorn";
export type * from "acorn";

declare module "acorn" {
  interface Node {
    /** Set by the checker's walk: the node that holds this one, null for the program. */
    parent: AnyNode | null;
  }
}
