import type { AnyNode } from "../engines/javascript";
import { findStray } from "../lists/stray-files";
import type { Script } from "./create-script";

const ofNode = /^(?:node:.*|fs|path|os|child_process|readline|http|https|zlib|stream|util)(?:\/.*)?$/;

/**
 * True for a script that Node runs, a build step or a part of a server that was left behind: it requires and defines
 * nothing, and exports, asks for a module of Node's own, or is named like such a step. An ES module does so by import,
 * or reads Node's process, which nothing but a build could have given it.
 */
export function isNodeScript(script: Script): boolean {
  if (script.scope.free.some(({ node }) => node.name === "define")) return false;
  if (script.isModule)
    return (
      script.scope.free.some(({ node }) => node.name === "process") ||
      script.nodesOf("ImportDeclaration").some(({ source }) => ofNode.test(String(source.value)))
    );
  const required = script.calls
    .filter(({ path, args }) => path === "require" && args[0]?.type === "Literal")
    .map(({ args }) => script.stringOf(args[0] as AnyNode) ?? "");
  if (required.length === 0) return false;
  return exportsSomething(script) || required.some((name) => ofNode.test(name)) || isLeftover(script.file);
}

function exportsSomething(script: Script): boolean {
  return script
    .nodesOf("AssignmentExpression")
    .some(({ left }) => /^(?:module\.exports|exports)\b/.test(script.pathOf(left) ?? ""));
}

function isLeftover(file: string): boolean {
  return file !== "script.js" && findStray(file) === "leftover";
}
