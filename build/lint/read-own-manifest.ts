import { parseScript } from "../../src/checker/script/create-script";
import { memberOf, objectIn, textOf } from "../../src/checker/script/read-call";
import { stripTypesAtOnce } from "../bundler";
import type { OwnManifest } from "../check/load-settings";

/**
 * What `widget/manifest.ts` says of name and distribution, read and not run: an editor's linter cannot wait for a
 * bundler. What the manifest computes is not known here.
 */
export function readOwnManifest(text: string): OwnManifest {
  const script = parseScript("manifest.js", strip(text));
  const exported =
    "program" in script ? script.nodesOf("ExportDefaultDeclaration")[0]?.declaration : undefined;
  if (!("program" in script) || exported === undefined) return { name: null, distribution: "private" };
  const object = objectIn(script, exported.type === "CallExpression" ? exported.arguments[0] : exported);
  const isPublic = textOf(script, memberOf(object, "distribution")) === "marketplace";
  return {
    name: textOf(script, memberOf(object, "name")),
    distribution: isPublic ? "marketplace" : "private",
  };
}

function strip(text: string): string {
  try {
    return stripTypesAtOnce(text);
  } catch {
    // While somebody types, it is broken most of the time.
    return "";
  }
}
