import type { Script } from "./create-script";

/** True for a script that Node runs, a build step that was left behind: it requires and exports, and defines nothing. */
export function isNodeScript(script: Script): boolean {
  if (script.scope.free.some(({ node }) => node.name === "define")) return false;
  const exports = script
    .nodesOf("AssignmentExpression")
    .some(({ left }) => /^(?:module\.exports|exports)\b/.test(script.pathOf(left) ?? ""));
  return exports && script.calls.some(({ path, args }) => path === "require" && args[0]?.type === "Literal");
}
