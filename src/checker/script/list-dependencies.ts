import type { AnyNode, CallExpression } from "../engines/javascript";
import type { Script } from "./create-script";
import { hole } from "./fold-string";
import { keyOf, memberOf, objectIn } from "./read-call";

/** A module that a script asks RequireJS for. */
export interface Dependency {
  readonly script: Script;
  readonly node: AnyNode;
  /** As it is written; parts that only a running page knows are `hole`, null where all of it is. */
  readonly id: string | null;
  /** In the dependencies of `define`, in a call of `require`, or in its configuration. */
  readonly by: "define" | "require" | "config";
}

/** Every module that a script names in `define([…])`, `require([…])`, `require("…")` and `requirejs.config`. */
export function listDependencies(script: Script): readonly Dependency[] {
  return script.calls.flatMap(({ node, path, args }): Dependency[] => {
    if (path === "define" || path === "require" || path === "requirejs") {
      const by = path === "define" ? "define" : "require";
      const inArray = args.flatMap((argument) =>
        argument.type === "ArrayExpression" ? argument.elements : [],
      );
      const [first] = args;
      const single =
        by === "require" && first !== undefined && script.stringOf(first) !== null ? [first] : [];
      return [...inArray, ...single].flatMap((element) =>
        element === null || element.type === "SpreadElement"
          ? []
          : [{ script, node: element, id: script.stringOf(element), by }],
      );
    }
    return path === "requirejs.config" || path === "require.config"
      ? readConfig(script, node as CallExpression)
      : [];
  });
}

function readConfig(script: Script, { arguments: args }: CallExpression): Dependency[] {
  const config = objectIn(script, args[0]);
  const paths = memberOf(config, "paths");
  const values = paths === null ? [] : (objectIn(script, paths)?.properties ?? []);
  return [
    ...values.flatMap((property) => (property.type === "Property" ? [property.value] : [])),
    ...[memberOf(config, "baseUrl") ?? []].flat(),
  ].map((node) => ({ script, node, id: script.stringOf(node), by: "config" as const }));
}

/** Names that the widget itself gives to modules: in `define("name", …)` and in the configuration of RequireJS. */
export function listOwnModules(script: Script): readonly string[] {
  return script.calls.flatMap(({ path, args }) => {
    const [first] = args;
    if (first === undefined) return [];
    if (path === "define") return script.stringOf(first) ?? [];
    if (path !== "requirejs.config" && path !== "require.config") return [];
    const config = objectIn(script, first);
    return ["paths", "map", "shim"].flatMap((part) => {
      const value = memberOf(config, part);
      const object = value === null ? null : objectIn(script, value);
      return (object?.properties ?? []).flatMap((property) =>
        property.type === "Property" ? (keyOf(property) ?? []) : [],
      );
    });
  });
}

/** True for an address rather than the name of a module. */
export function isAddress(id: string): boolean {
  return /^(?:[\w-]+!)?(?:https?:)?\/\//i.test(id) || id.startsWith(`${hole}//`);
}
