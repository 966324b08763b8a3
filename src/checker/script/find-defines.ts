import type {
  AnyNode,
  ArrayExpression,
  CallExpression,
  Function as FunctionNode,
} from "../engines/javascript";
import type { Script } from "./create-script";
import { functionAround, functionIn, isWithin, objectIn, textOf } from "./read-call";

/** A call of `define`. */
export interface Define {
  readonly call: CallExpression;
  readonly name: string | null;
  readonly dependencies: ArrayExpression | null;
  /** Null where the script decides at run time what it is. */
  readonly factory: FunctionNode | null;
  /** What stands for the factory is no function for certain: an object, a text. */
  readonly givesValue: boolean;
}

/** The modules that a script defines, those of libraries inside another's factory left out. */
export function findDefines(script: Script): readonly Define[] {
  const found: Define[] = [];
  for (const { node, path } of script.calls) {
    if (path !== "define" || node.type !== "CallExpression") continue;
    if (found.some(({ call }) => isWithin(node, call))) continue;
    found.push(readDefine(script, node));
  }
  return found;
}

function readDefine(script: Script, call: CallExpression): Define {
  const { arguments: args } = call;
  const dependencies = args.find((argument) => argument.type === "ArrayExpression");
  const last = args.at(-1);
  return {
    call,
    name: args.length > 1 ? textOf(script, args[0]) : null,
    dependencies: dependencies?.type === "ArrayExpression" ? dependencies : null,
    factory: functionIn(script, last),
    givesValue:
      last === undefined ||
      last === dependencies ||
      last.type === "Literal" ||
      objectIn(script, last) !== null,
  };
}

/** What a function returns, by its own return statements. */
export function returnsOf(script: Script, owner: FunctionNode): readonly AnyNode[] {
  if (owner.body.type !== "BlockStatement") return [owner.body];
  return (
    script
      .once(indexReturns)
      .get(owner)
      ?.flatMap((statement) => (statement.argument ? [statement.argument] : [])) ?? []
  );
}

function indexReturns(script: Script) {
  const index = new Map<FunctionNode, Extract<AnyNode, { type: "ReturnStatement" }>[]>();
  for (const statement of script.nodesOf("ReturnStatement")) {
    const owner = functionAround(statement);
    if (owner === null) continue;
    const list = index.get(owner);
    if (list === undefined) index.set(owner, [statement]);
    else list.push(statement);
  }
  return index;
}
