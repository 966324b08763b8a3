import type { CallExpression } from "../engines/javascript";
import type { Script } from "./create-script";
import { selectorOf } from "./selector-of";

export interface SimulatedClick {
  readonly call: CallExpression;
  readonly selector: string;
}

/** Calls that press a button in the user's place: `.click()`, `.trigger("click")`, `.submit()`, `.dispatchEvent(…)`. */
export function findSimulatedClicks(script: Script): readonly SimulatedClick[] {
  return script.nodesOf("CallExpression").flatMap((call) => {
    const { callee } = call;
    if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return [];
    if (!presses(script, call, callee.property.name)) return [];
    const selector = callee.object.type === "Super" ? null : selectorOf(script, callee.object);
    return selector === null ? [] : [{ call, selector }];
  });
}

function presses(script: Script, call: CallExpression, name: string): boolean {
  const [first] = call.arguments;
  // With a function it listens to the user's own click.
  if (name === "click" || name === "submit") return first === undefined;
  if (name === "dispatchEvent") return true;
  if (name !== "trigger" && name !== "triggerHandler") return false;
  const event = first === undefined ? null : script.stringOf(first);
  return event !== null && /^(?:click|submit|mousedown|mouseup|tap)(?:[.:]|$)/.test(event);
}
